import accountExports from "./en/account-exports.json";
import { addWords } from "./words.ts";

addWords("account-exports", accountExports);
