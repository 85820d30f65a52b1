import uplineStops from "./en/upline-stops.json";
import { addWords } from "./words.ts";

addWords("upline-stops", uplineStops);
