import features from "./en/features.json";
import { addWords } from "./words.ts";

addWords("features", features);
