import type pg from "pg";
import { remindOfInvoices } from "../dunning/sweep.ts";
import { makeLateCalls } from "../payments/late-calls.ts";
import { carryOutPlanChanges } from "../plans/sweep.ts";
import { checkForLeaks } from "../reports/leak-check.ts";
import { carryOutTypeChanges } from "../resellers/type-sweep.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { carryOutTransfers } from "../transfers/sweep.ts";

/** More changes of one reseller in a row wait for the worker's next round. */
const mostRounds = 24;

/** Carries out what is due by the agencies' clocks: changes first, so that what is charged goes by them. */
export async function catchUp(pool: pg.Pool): Promise<void> {
  // What a reseller buys and the changes of its plan wait for each other, one after the other (wholesale/in-order.ts).
  for (let rounds = 0; rounds < mostRounds; rounds++) {
    const changed = (await carryOutTypeChanges(pool)) + (await carryOutPlanChanges(pool));
    // What ends with a move, the move, and what goes on after it.
    await carryOnSubscriptions(pool);
    if (changed === 0) break;
  }
  await carryOutTransfers(pool);
  await carryOnSubscriptions(pool);
  await makeLateCalls(pool);
  await remindOfInvoices(pool);
  await checkForLeaks(pool);
}
