import { inTenant, type Tx } from "@tenantry/db";
import { testGatewayCalls } from "@tenantry/db/schema";
import { and, eq, inArray, lte } from "drizzle-orm";
import type pg from "pg";
import { enqueue } from "../jobs/enqueue.ts";
import { openDesk } from "../kernel/desk.ts";
import { eachAgency } from "../kernel/each-agency.ts";
import { paymentMessage } from "../platform/payments/message.ts";

/** Calls of one agency that one round takes; the rest are made in the next. */
const mostPerRound = 200;

/** Has the built-in gateway make the calls that are due by the agencies' clocks, each once. Answers how many. */
export async function makeLateCalls(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ agency_id: string }>(
    "select agency_id from app.test_gateway_calls_waiting()",
  );
  return eachAgency(rows, "Late calls of some agencies were not made", ({ agency_id: agency }) =>
    inTenant(pool, { agency, kind: "agency", account: agency }, (tx) => makeCalls(tx, agency)),
  );
}

async function makeCalls(tx: Tx, agency: string): Promise<number> {
  const { now } = await openDesk(tx, agency);
  const due = await tx
    .select({ id: testGatewayCalls.id })
    .from(testGatewayCalls)
    .where(and(eq(testGatewayCalls.agencyId, agency), lte(testGatewayCalls.dueAt, now)))
    .orderBy(testGatewayCalls.dueAt, testGatewayCalls.id)
    .limit(mostPerRound);
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  // Whoever comes at the same time finds them gone.
  const taken = await tx
    .delete(testGatewayCalls)
    .where(and(eq(testGatewayCalls.agencyId, agency), inArray(testGatewayCalls.id, ids)))
    .returning({ message: testGatewayCalls.message });
  for (const { message } of taken)
    await enqueue(tx, "test-gateway.call-back", { message: paymentMessage.parse(message) });
  return taken.length;
}
