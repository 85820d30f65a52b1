import { paperWords } from "@tenantry/core/words/paper";
import { addWords } from "./words.ts";

addWords("paper", paperWords);
