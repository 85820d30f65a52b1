import { none } from "../identity/schemas.ts";
import { query, type Run } from "../kernel/verb.ts";
import { onPaper } from "../legal-entities/read.ts";
import { connectedTo, findPlatform, lastConnected, requireOwnPlans } from "./platform.ts";
import { connectedAccount } from "./schemas.ts";
import { connectedState } from "./state.ts";

/** The caller's own account at Stripe, as it was last told of. */
export const readConnectedAccount = query("connected-account.read", {
  input: none,
  output: connectedAccount,
  run: (run) => shownConnected(run),
});

export async function shownConnected(run: Run) {
  requireOwnPlans(run);
  const platform = await findPlatform(run);
  const platformId = platform?.platformId ?? null;
  const row =
    (platformId && (await connectedTo(run, platformId))) || (await lastConnected(run, run.ctx.scope.account));
  const { country } = await onPaper(run);
  return { platformId, country, account: row ? factsOf(row, platformId) : null };
}

function factsOf(row: NonNullable<Awaited<ReturnType<typeof lastConnected>>>, platformId: string | null) {
  const { gatewayId, charges, payouts, due, chargesReason, payoutsReason, checkedAt } = row;
  const facts = { gatewayId, charges, payouts, due, chargesReason, payoutsReason, checkedAt };
  return { ...facts, state: connectedState(row, platformId) };
}
