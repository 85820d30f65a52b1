import payouts from "./en/payouts.json";
import { addWords } from "./words.ts";

addWords("payouts", payouts);
