import operator from "./en/operator.json";
import { addWords } from "./words.ts";

addWords("operator", operator);
