import customers from "./en/customers.json";
import { addWords } from "./words.ts";

addWords("customers", customers);
