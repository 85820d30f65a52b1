import type { Socket } from "node:net";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";

/** The account a transaction acts for. `account` is the root account (= agency) in the agency scope. */
export interface Scope {
  agency: string;
  kind: "agency" | "distributor" | "reseller" | "customer" | "vendor";
  account: string;
}

/** What a verb sees of the database: drizzle on one transaction that has entered one tenant. */
export type Tx = NodePgDatabase & {
  /** A statement kept prepared on its connection, for the few hot paths. Answers the rows. */
  named<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]>;
};

/** The transaction was used after it had ended: a defect in the caller, never a tenant's doing. */
export class TransactionEnded extends Error {
  constructor() {
    super("This transaction has ended; its handle may not be used again");
  }
}

/** COMMIT was sent and its answer never came: what the transaction did may stand or not. */
export class CommitUnanswered extends Error {
  constructor(cause: Error) {
    super("The commit was sent and not answered", { cause });
    this.name = "CommitUnanswered";
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function enterStatement(scope: Scope): string {
  if (!uuid.test(scope.agency) || !uuid.test(scope.account) || !/^[a-z]+$/.test(scope.kind)) {
    throw new TypeError("A scope is made of two lower-case UUIDs and a kind");
  }
  return `begin; select app.enter('${scope.agency}', '${scope.kind}', '${scope.account}')`;
}

/**
 * Runs `work` in one transaction that has entered `scope`; commits what it did, or rolls all of it back when it throws.
 * BEGIN and the entrance go out together with the first statement: one round trip.
 */
export function inTenant<T>(pool: pg.Pool, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(pool, enterStatement(scope), work);
}

/** The operator's twin of `inTenant`: platform tables and allow-listed functions, no tenant table. */
export function inPlatform<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(pool, "begin; select app.enter_operator()", work);
}

async function inTransaction<T>(pool: pg.Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let ended = false;
  let broken: Error | undefined;
  const entered = together(client, () => client.query(begin));
  // Awaited below; this only keeps a failure from being reported as unhandled before that.
  entered.catch(() => {});
  try {
    const result = await work(handle(client, () => ended));
    ended = true;
    await entered;
    const committed = await client.query("commit").catch((cause: Error) => {
      throw new CommitUnanswered(cause);
    });
    if (committed.command !== "COMMIT") throw new Error("The transaction was rolled back by the database");
    return result;
  } catch (error) {
    ended = true;
    const entrance = await entered.then(
      () => undefined,
      (failure: Error) => failure,
    );
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    // A failed entrance makes every later statement fail with a less telling error.
    throw entrance ?? error;
  } finally {
    client.release(broken);
  }
}

/** What is sent from here until the code that is running now has come to wait leaves as one write. */
function together<T>(client: pg.PoolClient, send: () => T): T {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return send();
}

/** Drizzle on a guard that refuses once the transaction has ended, so a forgotten await cannot reach the next tenant. */
function handle(client: pg.PoolClient, hasEnded: () => boolean): Tx {
  const query = (...args: unknown[]) => {
    if (hasEnded()) return Promise.reject(new TransactionEnded());
    return (client.query as (...all: unknown[]) => Promise<pg.QueryResult>)(...args);
  };
  const guard = { query } as unknown as pg.PoolClient;
  const db = drizzle({ client: guard });
  return Object.assign(db, {
    named: async (name: string, text: string, values: unknown[]) =>
      (await query({ name, text, values })).rows as never[],
  });
}
