import { none } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { findAccount, shownAccount } from "./row.ts";
import { gatewayAccount } from "./schemas.ts";

/** The agency's account at Stripe, as far as anybody may see it. */
export const readGatewayAccount = query("gateway-account.read", {
  input: none,
  output: gatewayAccount,
  run: async (run) => shownAccount(run.ctx, await findAccount(run)),
});
