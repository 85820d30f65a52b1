import distributors from "./en/distributors.json";
import { addWords } from "./words.ts";

addWords("distributors", distributors);
