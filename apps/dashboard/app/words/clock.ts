import clock from "./en/clock.json";
import { addWords } from "./words.ts";

addWords("clock", clock);
