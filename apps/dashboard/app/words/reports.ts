import reports from "./en/reports.json";
import { addWords } from "./words.ts";

addWords("reports", reports);
