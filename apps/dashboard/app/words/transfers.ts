import transfers from "./en/transfers.json";
import { addWords } from "./words.ts";

addWords("transfers", transfers);
