import { inTenant, type Tx } from "@tenantry/db";
import type {
  customerImportRows,
  RowProblem,
  resellerImportRows,
  resellerImports,
} from "@tenantry/db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { personContext } from "../jobs/person-context.ts";
import type { App } from "../kernel/ctx.ts";
import { isAppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Read, Run } from "../kernel/verb.ts";
import { rowsOf, type Shelf, theFile } from "./shelf.ts";

const atOnce = 50;

export type FileRow = typeof resellerImportRows.$inferSelect;
type File = typeof resellerImports.$inferSelect;

/** What the check found of a row. */
export interface Checked {
  problems: RowProblem[];
  outcome?: object;
}

/** How a row ended, and what it made. */
export type Ended = Partial<
  typeof resellerImportRows.$inferInsert &
    Pick<typeof customerImportRows.$inferInsert, "customerId" | "subscriptionId" | "outcome">
>;

/** What the rows of one file become, and how. */
export interface Work<R extends { line: number; state: FileRow["state"] }> {
  /** Reads every row of the file by its columns. */
  read(run: Run, file: File, rows: FileRow[]): Promise<R[]>;
  /** Rows of one group are tried together; without it each stands for itself. */
  group?(row: R): number;
  /** Tries rows without creating any, in their order. */
  check(read: Read, rows: R[], all: R[]): Promise<Checked[]>;
  /** Creates what one row asks for, repeatably, and says how that ended. */
  create(row: R): Promise<Ended>;
}

/** Whose file, and in whose name. */
export interface Asked {
  agencyId: string;
  accountId: string;
  importId: string;
  userId: string;
}

/**
 * The worker's half of checking and starting a file, in the name of who asked for it and with the rights they have now. A worker
 * killed half-way leaves the rest waiting; the job is taken up again and makes nothing twice.
 */
export async function carryOutFile<R extends { line: number; state: FileRow["state"] }>(
  app: App,
  shelf: Shelf,
  { agencyId, accountId, importId, userId }: Asked,
  work: Work<R>,
): Promise<void> {
  const kind = accountId === agencyId ? ("agency" as const) : ("reseller" as const);
  const scope = { agency: agencyId, kind, account: accountId };
  const inAccount = <T>(part: Parameters<typeof inTenant<T>>[2]) => inTenant(app.pool, scope, part);
  const all = rowsOf(shelf, scope, importId);
  const [found] = await inAccount((tx) =>
    tx
      .select()
      .from(shelf.files)
      .where(theFile(shelf, scope, importId)),
  );
  if (found?.state !== "checking" && found?.state !== "creating") return;
  // A worker that was held up comes back to what another has carried on since, and leaves it as it is.
  const asFound = and(theFile(shelf, scope, importId), eq(shelf.files.state, found.state));
  const ctx = await personContext(app, agencyId, userId, accountId).catch((error: unknown) => {
    if (isAppError(error)) return undefined;
    throw error;
  });
  // Whoever asked for it is no longer there: nobody's rights are left to go by.
  if (!ctx) return void (await inAccount((tx) => giveUp(tx)));
  const run = { ctx: { ...ctx, tenant: ctx.tenant!, scope } };
  const stored = await inAccount((tx) =>
    tx.select().from(shelf.rows).where(all).orderBy(asc(shelf.rows.line)),
  );
  const read = await inAccount((tx) => work.read({ ...run, tx }, found, stored));
  if (found.state === "checking") await check();
  else await create();

  async function check(): Promise<void> {
    const waiting = read.filter(({ state }) => state === "waiting");
    for (const rows of batchesOf(waiting, (row) => work.group?.(row) ?? row.line)) {
      const checked = await work.check((part) => inAccount((tx) => part({ ...run, tx })), rows, read);
      const found = rows.map(({ line }, place) => ({ line, ...checked[place]! }));
      await inAccount((tx) => noteChecked(tx, found));
    }
    await inAccount((tx) => tx.update(shelf.files).set({ state: "checked" }).where(asFound));
  }

  async function create(): Promise<void> {
    for (const row of read.filter(({ state }) => state === "ready")) {
      const ended = await work.create(row);
      await inAccount((tx) => note(tx, row.line, ended));
    }
    await inAccount(finish);
  }

  async function giveUp(tx: Tx): Promise<void> {
    await tx
      .update(shelf.rows)
      .set({ state: "failed", problems: [{ pointer: "", code: "forbidden" }] })
      .where(and(all, inArray(shelf.rows.state, ["waiting", "ready"])));
    await finish(tx);
  }

  async function finish(tx: Tx): Promise<void> {
    await tx
      .update(shelf.files)
      .set({ state: "finished", finishedAt: databaseNow as never })
      .where(asFound);
  }

  async function noteChecked(tx: Tx, rows: (Checked & { line: number })[]): Promise<void> {
    const outcome = shelf.outcome ? sql`, outcome = x.outcome` : sql``;
    await tx.execute(sql`
      update ${shelf.rows} r
      set state = case when x.problems = '[]' then 'ready' else 'wrong' end, problems = x.problems ${outcome}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x(line integer, problems jsonb, outcome jsonb)
      where r.agency_id = ${agencyId} and r.import_id = ${importId} and r.line = x.line and r.state = 'waiting'`);
  }

  function note(tx: Tx, line: number, ended: Ended) {
    return tx
      .update(shelf.rows)
      .set(ended)
      .where(and(all, eq(shelf.rows.line, line), eq(shelf.rows.state, "ready")));
  }
}

/** Rows in batches that part no group; each batch is noted in one statement. Pure. */
function batchesOf<R>(rows: R[], group: (row: R) => number): R[][] {
  const batches: R[][] = [];
  for (const row of rows) {
    const last = batches.at(-1);
    const before = last?.at(-1);
    if (last && before && (last.length < atOnce || group(before) === group(row))) last.push(row);
    else batches.push([row]);
  }
  return batches;
}
