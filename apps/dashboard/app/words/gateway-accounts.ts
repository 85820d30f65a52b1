import gatewayAccounts from "./en/gateway-accounts.json";
import { addWords } from "./words.ts";

addWords("gateway-accounts", gatewayAccounts);
