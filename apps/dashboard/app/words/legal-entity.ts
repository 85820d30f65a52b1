import legalEntity from "./en/legal-entity.json";
import { addWords } from "./words.ts";

addWords("legal-entity", legalEntity);
