import type { Ended } from "../imports/carry-out.ts";
import { endedAs, repeatableBy } from "../imports/ended-as.ts";
import { personContext } from "../jobs/person-context.ts";
import type { App } from "../kernel/ctx.ts";
import { createReseller } from "../resellers/create.ts";
import type { rowInput } from "./row-input.ts";

/** Creates one row's reseller through the verb, and says how that ended. Repeatable by the row's line. */
export function createRow(
  app: App,
  { agencyId, importId, userId }: { agencyId: string; importId: string; userId: string },
  { line, cells, input }: { line: number; cells: string[]; input: ReturnType<typeof rowInput> },
): Promise<Ended> {
  return endedAs(app, async () => {
    const person = await personContext(app, agencyId, userId);
    const ctx = repeatableBy(person, "reseller-import.carry-out", `${importId}:${line}`, cells);
    const made = await createReseller(ctx, input as Parameters<typeof createReseller>[1]);
    return { resellerId: made.id };
  });
}
