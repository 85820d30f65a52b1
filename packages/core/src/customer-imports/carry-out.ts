import { type CustomerRowOutcome, customerImportRows } from "@tenantry/db/schema";
import { carryOutFile } from "../imports/carry-out.ts";
import { customerShelf, rowsOf } from "../imports/shelf.ts";
import type { Jobs } from "../jobs/catalogue.ts";
import type { App } from "../kernel/ctx.ts";
import type { Run } from "../kernel/verb.ts";
import { checkRows } from "./check-rows.ts";
import { createRow } from "./create-row.ts";
import { type CompanyRow, readRows } from "./read-rows.ts";

interface Row extends CompanyRow {
  /** There where the row was found ready. */
  outcome: CustomerRowOutcome | null;
}

/** The worker's half of `checkCustomerImport` and `startCustomerImport`. */
export async function carryOutCustomerImport(
  app: App,
  job: Jobs["customer-import.carry-out"] & { agencyId: string },
): Promise<void> {
  /** Customers that rows have made so far, by the first line that names them: rows that are done hold no cells any more. */
  const made = new Map<number, string>();
  await carryOutFile<Row>(app, customerShelf, job, {
    async read(run, { columns, defaults }, stored) {
      const found = await readOutcomes(run, job.importId);
      for (const { outcome, customerId } of found.values())
        if (outcome && customerId) made.set(outcome.company, customerId);
      const rows = await readRows(run, { columns: columns ?? {}, defaults: defaults ?? {} }, stored);
      return rows.map((row) => ({ ...row, outcome: found.get(row.line)?.outcome ?? null }));
    },
    group: ({ company }) => company,
    check: checkRows,
    async create(row) {
      const outcome = row.outcome!;
      const customerId = outcome.customerId ?? made.get(outcome.company) ?? null;
      const ended = await createRow(app, job, row, { ...outcome, customerId });
      if (ended.customerId) made.set(outcome.company, ended.customerId);
      return ended;
    },
  });
}

async function readOutcomes({ tx, ctx }: Run, importId: string) {
  const { line, outcome, customerId } = customerImportRows;
  const rows = await tx
    .select({ line, outcome, customerId })
    .from(customerImportRows)
    .where(rowsOf(customerShelf, ctx.scope, importId));
  return new Map(rows.map((row) => [row.line, row]));
}
