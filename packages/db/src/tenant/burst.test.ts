import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPool } from "../pool.ts";
import { type TestDatabase, testDatabase } from "../testing/index.ts";
import { Burst, NotRun, Statement, type StatementConfig } from "./burst.ts";

let database: TestDatabase;
let pool: pg.Pool;
let client: pg.PoolClient;
let ready = 0;
beforeAll(async () => {
  database = await testDatabase();
  pool = openPool({ url: database.webUrl, max: 1, onConnectionError: () => {} });
  client = await pool.connect();
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  connection.on("readyForQuery", () => ready++);
});
afterAll(async () => {
  client.release();
  await pool.end();
  await database.drop();
});

/** Sends them as one burst; answers rows, or the error, of each. */
function sendOn(on: pg.ClientBase, statements: StatementConfig[]): Promise<unknown[]> {
  const answers: Promise<unknown>[] = [];
  const made = statements.map((statement) => {
    let answer: (value: unknown) => void = () => {};
    answers.push(new Promise((resolve) => (answer = resolve)));
    return new Statement(statement, on, (error, { rows }) => answer(error ?? rows));
  });
  on.query(new Burst(made) as unknown as pg.Submittable);
  return Promise.all(answers);
}
const send = (...statements: StatementConfig[]) => sendOn(client, statements);
const named = (name: string, text: string, values: unknown[] = []) => ({ name, text, values });

it("statements of one burst are answered each with its own, by one Sync", async () => {
  const before = ready;
  const answers = await send(
    named("one", "select 1 as one"),
    { text: "select $1::text as said", values: ["hello"] },
    { text: "" },
    named("bigint", "select 9007199254740993 as big"),
  );
  expect(answers).toEqual([[{ one: 1 }], [{ said: "hello" }], [], [{ big: 9007199254740993n }]]);
  expect(ready - before).toBe(1);
});

it("asks for a named statement's columns once and reads every answer by them", async () => {
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  let described = 0;
  connection.on("rowDescription", () => described++);
  const twice = () => send(named("columns", "select $1::int8 as big, 'x' as letter", [5]));
  expect(await twice()).toEqual([[{ big: 5n, letter: "x" }]]);
  expect(await twice()).toEqual([[{ big: 5n, letter: "x" }]]);
  expect(described).toBe(1);
});

it("what follows a failure is not run, and can be sent again on the same connection", async () => {
  const rest = [named("later", "select 2 as two"), named("last", "select 3 as three")];
  const [first, failed, ...skipped] = await send(
    named("before", "select 0 as zero"),
    named("fails", "select 1/$1::int", [0]),
    ...rest,
  );
  expect(first).toEqual([{ zero: 0 }]);
  expect(failed).toMatchObject({ code: "22012" });
  expect(skipped).toEqual([expect.any(NotRun), expect.any(NotRun)]);
  expect(skipped.map((error) => (error as Error).cause)).toEqual([failed, failed]);
  expect(await send(...rest)).toEqual([[{ two: 2 }], [{ three: 3 }]]);
  expect(await send(named("fails", "select 1/$1::int", [1]))).toEqual([[{ "?column?": 1 }]]);
});

it("a value that cannot be sent fails its own statement and leaves the connection whole", async () => {
  const unsendable = {
    toPostgres: () => {
      throw new Error("cannot be sent");
    },
  };
  const [before, failed, after] = await send(
    named("sent", "select 1 as one"),
    named("unsendable", "select $1::text as text", [unsendable]),
    named("unsent", "select 2 as two"),
  );
  expect(before).toEqual([{ one: 1 }]);
  expect(failed).toMatchObject({ message: "cannot be sent" });
  expect(after).toBeInstanceOf(NotRun);
  expect(await send(named("unsendable", "select $1::text as text", ["can"]))).toEqual([[{ text: "can" }]]);
});

it("one name stands for one text", async () => {
  const [, failed] = await send(named("mine", "select 5 as one"), named("mine", "select 5 as other"));
  expect(failed).toMatchObject({ message: "Two statements under the name mine" });
});

it("a connection that is lost fails all of a burst with what happened, not as skipped", async () => {
  const killed = new pg.Client({ connectionString: database.webUrl, pipeline: true } as pg.ClientConfig);
  killed.on("error", () => {});
  await killed.connect();
  const answers = sendOn(killed, [{ text: "select pg_sleep(60)" }, { text: "select 1" }]);
  const { connection } = killed as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
  for (const error of await answers) {
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(NotRun);
  }
});

it("knows a refusal in whatever language the database speaks, and a lost connection by its code", () => {
  const told = (error: object) => {
    const errors: Error[] = [];
    const statement = () => new Statement({ text: "select 1" }, client, (error) => errors.push(error!));
    const burst = new Burst([statement(), statement()]);
    const wire = { submittedNamedStatements: {} } as never;
    burst.handleError(Object.assign(new Error("told"), error), wire);
    return errors.map((one) => one instanceof NotRun);
  };
  expect(told({ severity: "FEHLER", code: "23505" })).toEqual([false, true]);
  expect(told({ severity: "FATAL", code: "57P01" })).toEqual([false, false]);
  expect(told({ severity: "FATAL", code: "25P03" })).toEqual([false, false]);
  expect(told({ code: "ECONNRESET" })).toEqual([false, false]);
});
