import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import type { PayoutRights } from "./types.ts";

/** What this person may do with payouts. */
export function rightsOf({ actor, tenant }: Ctx & { tenant: Tenant }): PayoutRights {
  return {
    ofAgency: tenant.kind === "agency",
    create: may(actor, "payout.create"),
    statements: may(actor, "statement.list"),
    exchangeRates: tenant.kind === "agency" && may(actor, "exchange-rate.list"),
    bankFile: may(actor, "payout.read-bank-file"),
    send: may(actor, "payout.send"),
    complete: may(actor, "payout.complete"),
    fail: may(actor, "payout.fail"),
    cancel: may(actor, "payout.cancel"),
  };
}
