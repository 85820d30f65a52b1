import commissions from "./en/commissions.json";
import { addWords } from "./words.ts";

addWords("commissions", commissions);
