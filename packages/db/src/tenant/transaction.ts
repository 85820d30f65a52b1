import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { Burst, NotRun, Statement, type StatementConfig } from "./burst.ts";

/**
 * The account a transaction acts for. `account` is the root account (= agency) in the agency scope; in the upline scope
 * it is whoever has resellers of its own, and those are what the transaction sees.
 */
export interface Scope {
  agency: string;
  kind: "agency" | "distributor" | "upline" | "reseller" | "customer" | "vendor";
  account: string;
}

/** What a verb sees of the database: drizzle on one transaction that has entered one tenant. */
export type Tx = NodePgDatabase & {
  /** A statement kept prepared on its connection under its name, for the few hot paths. Answers the rows. */
  named<Row extends pg.QueryResultRow>(
    name: string | undefined,
    text: string,
    values: unknown[],
  ): Promise<Row[]>;
};

/**
 * What runs in a transaction. `last` is `tx.named` for the read it ends with: COMMIT leaves in one write with it, so
 * nothing can follow.
 */
type Work<T> = (tx: Tx, last: Tx["named"]) => Promise<T>;

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

function entrance({ agency, kind, account }: Scope): StatementConfig {
  if (!uuid.test(agency) || !uuid.test(account) || !/^[a-z]+$/.test(kind)) {
    throw new TypeError("A scope is made of two lower-case UUIDs and a kind");
  }
  return { name: "app.enter", text: "select app.enter($1, $2, $3)", values: [agency, kind, account] };
}
const begin = { name: "begin", text: "begin" };
const commit = { name: "commit", text: "commit" };
const rollback = { name: "rollback", text: "rollback" };
const platformEntrance = { name: "app.enter_operator", text: "select app.enter_operator()" };

/**
 * Runs `work` in one transaction that has entered `scope`; commits what it did, or rolls all of it back when it throws.
 * BEGIN and the entrance go out together with the first statements, COMMIT with those `work` did not wait for: what is
 * sent in one burst costs one round trip, and the failure of any of it is the failure of the transaction.
 */
export function inTenant<T>(pool: pg.Pool, scope: Scope, work: Work<T>): Promise<T> {
  return inTransaction(pool, entrance(scope), work);
}

/** The operator's twin of `inTenant`: platform tables and allow-listed functions, no tenant table. */
export function inPlatform<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(pool, platformEntrance, work);
}

async function inTransaction<T>(pool: pg.Pool, enter: StatementConfig, work: Work<T>): Promise<T> {
  const client = await pool.connect();
  const line = new Line(client);
  let broken: Error | undefined;
  const entered = Promise.all([line.send(begin), line.send(enter)]);
  // Looked at where the transaction fails; whoever sent the next statement may be told earlier.
  entered.catch(() => {});
  try {
    const result = await work(...handles(line));
    const waiting = [...line.unanswered];
    const committed = line.commit();
    await Promise.all(waiting);
    if ((await committed).command !== "COMMIT")
      throw new Error("The transaction was rolled back by the database");
    return result;
  } catch (error) {
    const entrance = await entered.then(
      () => undefined,
      (failure: Error) => failure,
    );
    broken = await line.rollBack();
    // A failed entrance makes every later statement fail with a less telling error.
    throw entrance ?? error;
  } finally {
    client.release(broken);
  }
}

/** The statements of one transaction on their way to the database; closed once the transaction has ended. */
class Line {
  readonly unanswered = new Set<Promise<unknown>>();
  #committed: Promise<pg.QueryResult> | undefined;
  #ended = false;
  #waiting: Statement[] = [];

  constructor(private readonly client: pg.PoolClient) {}

  send(statement: StatementConfig, values?: unknown[]): Promise<pg.QueryResult> {
    if (this.#ended) return Promise.reject(new TransactionEnded());
    const answer = this.#write(values ? { ...statement, values } : statement);
    this.unanswered.add(answer);
    const answered = () => void this.unanswered.delete(answer);
    answer.then(answered, answered);
    return answer;
  }

  commit(): Promise<pg.QueryResult> {
    this.#ended = true;
    this.#committed ??= this.#write(commit).catch((cause: Error) => {
      throw cause instanceof NotRun ? cause : new CommitUnanswered(cause);
    });
    // Awaited by whoever ends the transaction, though perhaps after a failure before it.
    this.#committed.catch(() => {});
    return this.#committed;
  }

  /** Takes back what was done unless COMMIT has been run. Answers why the connection can be used no more. */
  async rollBack(): Promise<Error | undefined> {
    this.#ended = true;
    const ending = this.#committed ?? this.#write(rollback);
    return ending
      .catch((failure: Error) => {
        if (failure instanceof NotRun) return this.#write(rollback);
        throw failure;
      })
      .then(
        () => undefined,
        (failure: Error) => failure,
      );
  }

  /** What is sent from here until the code that is running now has come to wait leaves as one burst. */
  async #write(statement: StatementConfig): Promise<pg.QueryResult> {
    if (this.#waiting.length === 0) process.nextTick(() => this.#flush());
    const answer = new Promise<pg.QueryResult>((resolve, reject) => {
      const answered = (error: Error | null, result: pg.QueryResult) =>
        error ? reject(error) : resolve(result);
      this.#waiting.push(new Statement(statement, this.client, answered));
    });
    try {
      return await answer;
    } catch (error) {
      // From here the stack leads back to who sent it; before, to the socket that was read.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  #flush(): void {
    this.client.query(new Burst(this.#waiting) as unknown as pg.Submittable);
    this.#waiting = [];
  }
}

/** Drizzle on a line that refuses once the transaction has ended, so a forgotten await cannot reach the next tenant. */
function handles(line: Line): Parameters<Work<unknown>> {
  const query = (statement: StatementConfig, values?: unknown[]) => line.send(statement, values);
  const db = drizzle({ client: { query } as unknown as pg.PoolClient });
  const named: Tx["named"] = async (name, text, values) =>
    (await line.send({ name, text, values })).rows as never[];
  const last: Tx["named"] = (...statement) => {
    const rows = named(...statement);
    line.commit();
    return rows as never;
  };
  return [Object.assign(db, { named }), last];
}
