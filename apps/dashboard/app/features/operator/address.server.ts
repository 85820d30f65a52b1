import type { Ctx } from "@tenantry/core/kernel/ctx";
import { agencyHost, originOf } from "@tenantry/core/tenancy/origin";

/** What stands before and after an agency's slug in its address. */
export function addressParts({ app: { config } }: Ctx): { before: string; after: string } {
  const [before = "", after = ""] = originOf(config, agencyHost(config, "|")).split("|");
  return { before, after };
}
