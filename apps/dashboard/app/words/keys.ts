import keys from "./en/keys.json";
import { addWords } from "./words.ts";

addWords("keys", keys);
