import type pg from "pg";
import { remindOfInvoices } from "../dunning/sweep.ts";
import { makeLateCalls } from "../payments/late-calls.ts";
import { carryOutPlanChanges } from "../plans/sweep.ts";
import { carryOutTypeChanges } from "../resellers/type-sweep.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { carryOutTransfers } from "../transfers/sweep.ts";

/** Carries out what is due by the agencies' clocks: changes first, so that what is charged goes by them. */
export async function catchUp(pool: pg.Pool): Promise<void> {
  await carryOutTypeChanges(pool);
  await carryOutPlanChanges(pool);
  // What ends with a move, the move, and what goes on after it.
  await carryOnSubscriptions(pool);
  await carryOutTransfers(pool);
  await carryOnSubscriptions(pool);
  await makeLateCalls(pool);
  await remindOfInvoices(pool);
}
