import { subscriptions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { selectSubscriptions, shownSubscription } from "./row.ts";
import { byId, subscription } from "./schemas.ts";

/** One subscription. */
export const readSubscription = query("subscription.read", {
  input: byId,
  output: subscription,
  object: ({ id }) => ({ table: "subscriptions", id }),
  run: async (run, { id }) => {
    if (run.ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [row] = await selectSubscriptions(run).where(
      and(eq(subscriptions.agencyId, run.ctx.tenant.agencyId), eq(subscriptions.id, id)),
    );
    if (!row) throw new AppError("not_found");
    return shownSubscription(row, run.ctx);
  },
});
