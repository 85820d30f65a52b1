import connectedAccounts from "./en/connected-accounts.json";
import { addWords } from "./words.ts";

addWords("connected-accounts", connectedAccounts);
