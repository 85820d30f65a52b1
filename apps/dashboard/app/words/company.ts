import company from "./en/company.json";
import { addWords } from "./words.ts";

addWords("company", company);
