import webhooks from "./en/webhooks.json";
import { addWords } from "./words.ts";

addWords("webhooks", webhooks);
