import customerImports from "./en/customer-imports.json";
import { addWords } from "./words.ts";

addWords("customer-imports", customerImports);
