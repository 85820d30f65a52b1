import { readCommission } from "@tenantry/core/commissions/read";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { redirect } from "react-router";
import { load } from "../../request/verbs.server.ts";

/** A line's open dispute. Whoever comes after it was settled finds the line, which says how. */
export async function readOpenDispute(ctx: Ctx, id: string) {
  const commission = await load(readCommission(ctx, { id }));
  const dispute = commission.disputes.find(({ settledAt }) => !settledAt);
  if (!dispute) throw redirect(`/commissions/${id}`);
  return { commission, dispute };
}
