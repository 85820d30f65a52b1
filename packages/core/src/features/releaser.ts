import { type SQL, sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import type { accountKinds } from "./schemas.ts";

type Kind = (typeof accountKinds)[number];

/** Scope columns of the rule by which the caller releases: the agency's to those it sells to, a reseller's to its customers. */
export function releaser({ ctx }: Pick<Run, "ctx">) {
  const { agencyId, distributorId } = ctx.tenant;
  if (ctx.scope.kind === "agency") return { agencyId, distributorId: agencyId, resellerId: agencyId };
  return { agencyId, distributorId, resellerId: ctx.scope.account };
}

/** Kinds of account the caller's rule is about: the agency's resellers and direct customers, or a reseller's customers. */
export function kindsSoldTo({ ctx }: Pick<Run, "ctx">): Kind[] {
  return ctx.scope.kind === "agency" ? ["reseller", "customer"] : ["customer"];
}

/** Live accounts `a` of one of those kinds, as a condition. */
export function soldTo(run: Pick<Run, "ctx">, kind: Kind): SQL {
  const { agencyId, resellerId } = releaser(run);
  const live = sql`a.agency_id = ${agencyId} and a.archived_at is null`;
  // Resellers below a distributor are the agency's to decide about as well; customers are their seller's.
  return kind === "reseller"
    ? sql`${live} and a.kind = 'reseller'`
    : sql`${live} and a.kind = 'customer' and a.parent_id = ${resellerId}`;
}
