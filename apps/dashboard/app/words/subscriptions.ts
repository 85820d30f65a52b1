import subscriptions from "./en/subscriptions.json";
import { addWords } from "./words.ts";

addWords("subscriptions", subscriptions);
