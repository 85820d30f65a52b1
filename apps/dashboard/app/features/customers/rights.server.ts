import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import type { CustomerRights } from "./types.ts";

/** What this person may do with customers. */
export function rightsOf({ actor, tenant }: Ctx & { tenant: Tenant }): CustomerRights {
  return {
    ofAgency: tenant.kind === "agency",
    create: may(actor, "customer.create"),
    edit: may(actor, "customer.update"),
    sell: may(actor, "subscription.create"),
    seeUser: may(actor, "team.read"),
    addUser: may(actor, "team.invite"),
    move: may(actor, "transfer.request"),
    extendClaim: may(actor, "customer.extend-claim"),
    toggle: may(actor, "customer.deactivate"),
  };
}
