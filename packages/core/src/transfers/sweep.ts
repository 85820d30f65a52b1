import { inTenant, type Tx } from "@tenantry/db";
import { customers, subscriptions, transfers } from "@tenantry/db/schema";
import { addDays } from "date-fns";
import { and, asc, eq, inArray, lte, ne } from "drizzle-orm";
import type pg from "pg";
import { claimDays } from "../customers/claim.ts";
import { writeJobAudit } from "../kernel/audit.ts";
import { dayOf, startOf } from "../kernel/clock.ts";
import { type Desk, openDesk } from "../kernel/desk.ts";
import { eachAgency } from "../kernel/each-agency.ts";
import { newId } from "../kernel/ids.ts";
import { queueNotice } from "../notices/queue.ts";
import { nothingWaits } from "../subscriptions/next-period.ts";
import { foldUsage } from "../usage/index.ts";
import { readFacts } from "./facts.ts";
import { type TransferOutcome, transferOf } from "./rules.ts";

/** Transfers of one agency that one round takes; the rest are due in the next. */
const mostPerRound = 200;

type Transfer = typeof transfers.$inferSelect;

/**
 * One round of the worker: lapses what nobody confirmed in time, sets the day of what all three have confirmed, and carries out what
 * is due, each in a transaction of its own that is done whole or not at all. Answers how many it settled.
 */
export async function carryOutTransfers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ agency_id: string }>("select agency_id from app.transfers_open()");
  return eachAgency(rows, "Transfers of some agencies failed", ({ agency_id: agency }) =>
    carryOut(pool, agency),
  );
}

async function carryOut(pool: pg.Pool, agency: string): Promise<number> {
  const scope = { agency, kind: "agency", account: agency } as const;
  const open = and(eq(transfers.agencyId, agency), inArray(transfers.state, ["requested", "scheduled"]));
  const found = await inTenant(pool, scope, (tx) =>
    tx
      .select({ id: transfers.id })
      .from(transfers)
      .where(open)
      .orderBy(asc(transfers.requestedAt), asc(transfers.id))
      .limit(mostPerRound),
  );
  // What was told before the move belongs to whom the customer leaves.
  if (found.length > 0) await foldUsage(pool, agency);
  const run = `sweep_${newId()}`;
  let settled = 0;
  for (const { id } of found)
    settled += await inTenant(pool, scope, async (tx) => {
      const desk = await openDesk(tx, agency);
      // Whoever answers it meanwhile is met in the next round.
      const [row] = await tx
        .select()
        .from(transfers)
        .where(and(open, eq(transfers.id, id)))
        .for("update", { skipLocked: true });
      const state = row && (await step(desk, row));
      if (!row || !state) return 0;
      await tellBoth(tx, row, run, state);
      return state === "scheduled" ? 0 : 1;
    });
  return settled;
}

/** What becomes of one now; undefined where it goes on waiting. */
async function step(desk: Desk, row: Transfer): Promise<"lapsed" | "scheduled" | "done" | undefined> {
  if (row.state === "scheduled") return row.dueAt! <= desk.now ? moveOnceEnded(desk, row) : undefined;
  if (row.giverAt && row.receiverAt && row.customerAt) {
    const dueAt = await schedule(desk, row);
    if (dueAt) return (dueAt <= desk.now && (await moveOnceEnded(desk, row))) || "scheduled";
  }
  if (row.lapsesAt > desk.now) return undefined;
  await write(desk, row, { state: "lapsed", settledAt: desk.now });
  return "lapsed";
}

/** Sets the day; undefined where something stands in the way. */
async function schedule(desk: Desk, row: Transfer): Promise<Date | undefined> {
  const outcome = transferOf(await readFacts(desk.tx, row.customerId, row.receiverId), desk.agencyId);
  if (outcome.block) return undefined;
  await endWhatEnds(desk, outcome);
  const dueAt = outcome.day ? startOf(outcome.day, desk.zone) : desk.now;
  await write(desk, row, { state: "scheduled", dueAt });
  return dueAt;
}

/** Moves a customer whose day has come: what was sold since the day was set ends like the rest, and what ends with the move ends first. */
async function moveOnceEnded(desk: Desk, row: Transfer): Promise<"done" | undefined> {
  await endWhatEnds(
    desk,
    transferOf(await readFacts(desk.tx, row.customerId, row.receiverId), desk.agencyId),
  );
  return (await hasEnded(desk, row)) ? move(desk, row) : undefined;
}

/** What does not go on ends with its period, for good. */
async function endWhatEnds({ tx, agencyId, now }: Desk, outcome: TransferOutcome): Promise<void> {
  const ending = outcome.subscriptions.filter(({ after }) => after === "ends").map(({ id }) => id);
  if (ending.length > 0)
    await tx
      .update(subscriptions)
      .set({ handedOver: true, cancelledAt: now, ...nothingWaits })
      .where(
        and(
          eq(subscriptions.agencyId, agencyId),
          inArray(subscriptions.id, ending),
          eq(subscriptions.handedOver, false),
        ),
      );
}

/** What ends with the move has: its last usage is charged by whom the customer leaves. */
async function hasEnded({ tx, agencyId, now }: Desk, { customerId }: Transfer): Promise<boolean> {
  const left = await tx
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.agencyId, agencyId),
        eq(subscriptions.customerId, customerId),
        eq(subscriptions.handedOver, true),
        ne(subscriptions.state, "ended"),
        lte(subscriptions.dueAt, now),
      ),
    )
    .limit(1);
  return left.length === 0;
}

async function move(desk: Desk, row: Transfer): Promise<"done"> {
  const text = "select app.move_customer($1, $2) as people";
  await desk.tx.named("move_customer", text, [row.id, dayOf(desk.now, desk.zone)]);
  // Whoever gets it has as long to sell to it as whoever adds it.
  await desk.tx
    .update(customers)
    .set({ claimedUntil: addDays(desk.now, claimDays) })
    .where(and(eq(customers.agencyId, row.agencyId), eq(customers.id, row.customerId)));
  await write(desk, row, { state: "done", settledAt: desk.now });
  return "done";
}

async function write({ tx, agencyId }: Desk, { id }: Transfer, columns: Partial<Transfer>): Promise<void> {
  await tx
    .update(transfers)
    .set(columns)
    .where(and(eq(transfers.agencyId, agencyId), eq(transfers.id, id)));
}

/** In both sides' logs, and by mail to all three. */
async function tellBoth(tx: Tx, row: Transfer, run: string, state: string): Promise<void> {
  const { agencyId, id, customerId, giverId, receiverId } = row;
  for (const side of [giverId, receiverId])
    await writeJobAudit(tx, { agencyId, name: "transfers.sweep", run }, "transfer.answer", {
      object: { kind: "customer", id: customerId },
      before: { transfer: id, state: row.state },
      after: { state, giver: giverId, receiver: receiverId },
      resellerId: side,
    });
  for (const accountId of [giverId, receiverId, customerId])
    await queueNotice(tx, { kind: "transfer", subjectId: id, accountId });
}
