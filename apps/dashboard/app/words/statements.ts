import statements from "./en/statements.json";
import { addWords } from "./words.ts";

addWords("statements", statements);
