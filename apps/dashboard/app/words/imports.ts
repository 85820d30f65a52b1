import imports from "./en/imports.json";
import { addWords } from "./words.ts";

addWords("imports", imports);
