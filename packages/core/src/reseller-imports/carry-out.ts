import { carryOutFile } from "../imports/carry-out.ts";
import { resellerShelf } from "../imports/shelf.ts";
import type { Jobs } from "../jobs/catalogue.ts";
import type { App } from "../kernel/ctx.ts";
import { checkRows } from "./check-rows.ts";
import { createRow } from "./create-row.ts";
import { livePlanNames } from "./live-plan-names.ts";
import { firstLines } from "./problems.ts";
import { rowInput } from "./row-input.ts";

/** The worker's half of `checkResellerImport` and `startResellerImport`. */
export async function carryOutResellerImport(
  app: App,
  job: Jobs["reseller-import.carry-out"] & { agencyId: string },
): Promise<void> {
  await carryOutFile(
    app,
    resellerShelf,
    { ...job, accountId: job.agencyId },
    {
      async read(run, { columns, defaults }, rows) {
        const plans = await livePlanNames(run);
        const mapping = { columns: columns ?? {}, defaults: defaults ?? {}, plans };
        return rows.map((row) => ({ ...row, input: rowInput(row.cells, mapping) }));
      },
      async check(read, rows, all) {
        const found = await read((run) => checkRows(run, rows, firstLines(all)));
        return found.map((problems) => ({ problems }));
      },
      create: (row) => createRow(app, job, row),
    },
  );
}
