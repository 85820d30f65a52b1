import { inTenant, type Tx } from "@tenantry/db";
import { type RowProblem, resellerImportRows, resellerImports } from "@tenantry/db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Jobs } from "../jobs/catalogue.ts";
import { personContext } from "../jobs/person-context.ts";
import type { App } from "../kernel/ctx.ts";
import { isAppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { checkRows } from "./check-rows.ts";
import { createRow } from "./create-row.ts";
import { livePlanNames } from "./live-plan-names.ts";
import { theImport } from "./own.ts";
import { firstLines } from "./problems.ts";
import { rowInput } from "./row-input.ts";

const atOnce = 50;

/**
 * The worker's half of `checkResellerImport` and `startResellerImport`, in the name of who asked for it and with the
 * rights they have now. A worker killed half-way leaves the rest waiting; the job is taken up again and makes no
 * reseller twice.
 */
export async function carryOutResellerImport(
  app: App,
  { agencyId, importId, userId }: Jobs["reseller-import.carry-out"] & { agencyId: string },
): Promise<void> {
  const scope = { agency: agencyId, kind: "agency" as const, account: agencyId };
  const inAgency = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(app.pool, scope, work);
  const rowsOf = and(eq(resellerImportRows.agencyId, agencyId), eq(resellerImportRows.importId, importId));
  const [found] = await inAgency((tx) =>
    tx.select().from(resellerImports).where(theImport(agencyId, importId)),
  );
  if (found?.state !== "checking" && found?.state !== "creating") return;
  // A worker that was held up comes back to what another has carried on since, and leaves it as it is.
  const asFound = and(theImport(agencyId, importId), eq(resellerImports.state, found.state));
  const ctx = await personContext(app, agencyId, userId).catch((error: unknown) => {
    if (isAppError(error)) return undefined;
    throw error;
  });
  // Whoever asked for it is no longer there: nobody's rights are left to go by.
  if (!ctx) return void (await inAgency((tx) => giveUp(tx)));
  const run = { ctx: { ...ctx, tenant: ctx.tenant!, scope } };
  const mapping = {
    columns: found.columns ?? {},
    defaults: found.defaults ?? {},
    plans: await inAgency((tx) => livePlanNames({ ...run, tx })),
  };
  const all = await inAgency((tx) =>
    tx.select().from(resellerImportRows).where(rowsOf).orderBy(asc(resellerImportRows.line)),
  );
  const read = all.map((row) => ({ ...row, input: rowInput(row.cells, mapping) }));
  if (found.state === "checking") await check();
  else await create();

  async function check(): Promise<void> {
    const first = firstLines(read);
    const waiting = read.filter(({ state }) => state === "waiting");
    for (let at = 0; at < waiting.length; at += atOnce) {
      await inAgency(async (tx) => {
        const rows = waiting.slice(at, at + atOnce);
        const problems = await checkRows({ ...run, tx }, rows, first);
        await noteChecked(
          tx,
          rows.map(({ line }, place) => ({ line, problems: problems[place]! })),
        );
      });
    }
    await inAgency((tx) => tx.update(resellerImports).set({ state: "checked" }).where(asFound));
  }

  async function create(): Promise<void> {
    for (const { line, cells, input } of read.filter(({ state }) => state === "ready")) {
      const outcome = await createRow(app, { agencyId, importId, userId }, { line, cells, input });
      await inAgency((tx) => note(tx, line, outcome));
    }
    await inAgency(finish);
  }

  async function giveUp(tx: Tx): Promise<void> {
    await tx
      .update(resellerImportRows)
      .set({ state: "failed", problems: [{ pointer: "", code: "forbidden" }] })
      .where(and(rowsOf, inArray(resellerImportRows.state, ["waiting", "ready"])));
    await finish(tx);
  }

  async function finish(tx: Tx): Promise<void> {
    await tx
      .update(resellerImports)
      .set({ state: "finished", finishedAt: databaseNow as never })
      .where(asFound);
  }

  async function noteChecked(tx: Tx, rows: { line: number; problems: RowProblem[] }[]): Promise<void> {
    await tx.execute(sql`
      update reseller_import_rows r
      set state = case when x.problems = '[]' then 'ready' else 'wrong' end, problems = x.problems
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x(line integer, problems jsonb)
      where r.agency_id = ${agencyId} and r.import_id = ${importId} and r.line = x.line and r.state = 'waiting'`);
  }

  type Row = typeof resellerImportRows.$inferInsert;
  function note(tx: Tx, line: number, change: Partial<Row>) {
    return tx
      .update(resellerImportRows)
      .set(change)
      .where(and(rowsOf, eq(resellerImportRows.line, line), eq(resellerImportRows.state, "ready")));
  }
}
