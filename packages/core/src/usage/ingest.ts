import { command } from "../kernel/verb.ts";
import { recordEvents } from "./record.ts";
import { outsideWindow } from "./rules.ts";
import { ingestInput, ingestOutput } from "./schemas.ts";
import { setAside } from "./set-aside.ts";
import { sortOut } from "./sort-out.ts";

/**
 * Takes in one event or a batch of up to 1,000. Idempotent: an event told again is a duplicate and adds nothing.
 * What cannot count waits in quarantine with its reason. A malformed event refuses the whole batch (`invalid_input`,
 * pointing at the event). Totals follow within about a second, when the worker folds.
 */
export const ingestUsage = command("usage.ingest", {
  input: ingestInput,
  output: ingestOutput,
  run: async ({ tx, ctx }, events) => {
    const { agencyId, agencyMode, billingZone } = ctx.tenant;
    const outside = (atMs: number) => outsideWindow(atMs, ctx.now, agencyMode);
    const { countable, refused } = await sortOut(tx, agencyId, events, outside);
    // Events before quarantine, as the redrive does: one order of locks, no deadlock between them.
    const [accepted] = await Promise.all([
      recordEvents(tx, { agencyId, zone: billingZone }, countable),
      setAside(tx, agencyId, refused),
    ]);
    const quarantined = refused.map(({ index, reason }) => ({ index, reason }));
    return {
      result: { accepted, duplicates: countable.length - accepted, quarantined },
      audit: { none: "events are their own record" },
    };
  },
});
