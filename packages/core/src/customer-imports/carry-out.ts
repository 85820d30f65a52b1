import { type CustomerRowOutcome, customerImportRows } from "@tenantry/db/schema";
import { carryOutFile } from "../imports/carry-out.ts";
import { customerShelf, rowsOf } from "../imports/shelf.ts";
import type { Jobs } from "../jobs/catalogue.ts";
import type { App } from "../kernel/ctx.ts";
import type { Run } from "../kernel/verb.ts";
import { checkRows } from "./check-rows.ts";
import { createRow, type RowCustomer } from "./create-row.ts";
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
  /** Customers of rows so far, by the first line that names them: rows that are done hold no cells any more. */
  const known = new Map<number, RowCustomer>();
  await carryOutFile<Row>(app, customerShelf, job, {
    async read(run, { columns, defaults }, stored) {
      const found = await readOutcomes(run, job.importId);
      for (const { outcome, customerId } of found.values())
        if (outcome && customerId)
          known.set(outcome.company, { id: customerId, there: outcome.customerId !== null });
      const rows = await readRows(run, { columns: columns ?? {}, defaults: defaults ?? {} }, stored);
      return rows.map((row) => ({ ...row, outcome: found.get(row.line)?.outcome ?? null }));
    },
    group: ({ company }) => company,
    check: checkRows,
    async create(row) {
      const outcome = row.outcome!;
      const found = outcome.customerId ? { id: outcome.customerId, there: true } : undefined;
      const { customer, ...ended } = await createRow(
        app,
        job,
        row,
        outcome,
        found ?? known.get(outcome.company),
      );
      if (customer) known.set(outcome.company, customer);
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
