import account from "./en/account.json";
import { addWords } from "./words.ts";

addWords("account", account);
