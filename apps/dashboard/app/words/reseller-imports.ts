import resellerImports from "./en/reseller-imports.json";
import { addWords } from "./words.ts";

addWords("reseller-imports", resellerImports);
