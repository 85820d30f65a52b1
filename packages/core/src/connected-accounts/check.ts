import { byGatewayId } from "../gateway-accounts/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { openConnect } from "../platform/payments/stripe-connect.ts";
import { connectedTo, requireOwnPlans, requirePlatform } from "./platform.ts";
import { shownConnected } from "./read.ts";
import { connectedAccount } from "./schemas.ts";
import { writeFacts } from "./write-facts.ts";

/** Asks Stripe how the caller's own account is. Throws `not_connected` where there is none to ask about. */
export const checkConnectedAccount = command("connected-account.check", {
  input: byGatewayId,
  output: connectedAccount,
  prepare: async (read, { gatewayId }) => {
    const platform = await read(async (run) => {
      requireOwnPlans(run);
      const platform = await requirePlatform(run);
      const row = await connectedTo(run, platform.platformId);
      if (row?.gatewayId !== gatewayId) throw new AppError("not_connected");
      return platform;
    });
    return openConnect(platform.key, platform.baseUrl).ask(gatewayId);
  },
  run: async (run, _input, facts) => {
    const audit = await writeFacts(run, facts);
    return { result: await shownConnected(run), audit };
  },
});
