import paymentLinks from "./en/payment-links.json";
import { addWords } from "./words.ts";

addWords("payment-links", paymentLinks);
