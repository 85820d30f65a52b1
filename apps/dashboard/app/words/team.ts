import team from "./en/team.json";
import { addWords } from "./words.ts";

addWords("team", team);
