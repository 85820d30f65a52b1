import { accounts, plans } from "@tenantry/db/schema";
import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "../pool.ts";
import { type TestDatabase, testDatabase } from "../testing/index.ts";
import { newTenant, type Tenant } from "../testing/tenants.ts";
import { inPlatform, inTenant, type Scope, TransactionEnded, type Tx } from "./transaction.ts";

let database: TestDatabase;
let admin: pg.Client;
let pool: pg.Pool;
let a: Tenant;
let b: Tenant;

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  pool = openPool({ url: database.webUrl, max: 1, onConnectionError: () => {} });
  [a, b] = [await newTenant(admin), await newTenant(admin)];
});
afterAll(async () => {
  await Promise.all([pool.end(), admin.end()]);
  await database.drop();
});

const failure = (work: Promise<unknown> | (() => Promise<unknown>)) =>
  Promise.resolve(typeof work === "function" ? Promise.resolve().then(work) : work).then(
    () => "nothing went wrong",
    (error) => error.cause?.code ?? error.code ?? error.constructor.name,
  );
const names = async (tx: Tx) => (await tx.select({ name: plans.name }).from(plans)).map(({ name }) => name);
const denied = "42501";

describe("what a transaction sees", () => {
  it("its own tenant only, with the predicate forgotten", async () => {
    const seen = await inTenant(pool, a.scope, names);
    expect(seen).toHaveLength(5);
    expect(seen.every((name) => name.startsWith(a.id))).toBe(true);
  });

  it("its own account only, in a scope below the agency", async () => {
    const seen = await inTenant(pool, a.resellerScope, (tx) => tx.select({ id: accounts.id }).from(accounts));
    expect(seen).toEqual([{ id: a.reseller }]);
  });

  it.each(["accounts", "plans", "sessions", "usage_events"])(
    "nothing of %s without entering: permission denied",
    async (table) => {
      expect(await failure(pool.query(`select * from public.${table}`))).toBe(denied);
      const worker = new pg.Client({ connectionString: database.workerUrl });
      await worker.connect();
      expect(await failure(worker.query(`select * from public.${table}`))).toBe(denied);
      await worker.end();
    },
  );

  it("no tenant's rows on the operator's side", async () => {
    const peek = (text: string) => failure(inPlatform(pool, (tx) => tx.named("peek", text, [])));
    expect(await peek("select * from public.accounts")).toBe(denied);
    expect(await peek("select * from public.mails")).toBe(denied);
  });
});

describe("what a transaction may write", () => {
  const insert = (scope: Scope, agencyId: string, resellerId: string) =>
    failure(
      inTenant(pool, scope, (tx) =>
        tx.execute(sql`insert into throttles (agency_id, key, distributor_id, reseller_id, hits, window_ends_at)
          values (${agencyId}, ${`${Math.random()}`}, ${agencyId}, ${resellerId}, 1, now())`),
      ),
    );

  it("its own rows", async () => {
    expect(await insert(a.scope, a.id, a.reseller)).toBe("nothing went wrong");
    expect(await insert(a.resellerScope, a.id, a.reseller)).toBe("nothing went wrong");
  });

  it("nobody else's: another agency's, its agency's, a sibling's", async () => {
    expect(await insert(a.scope, b.id, b.reseller)).toBe(denied);
    expect(await insert(a.resellerScope, a.id, a.id)).toBe(denied);
    expect(await insert(a.resellerScope, a.id, b.reseller)).toBe(denied);
  });

  it("changes no row of another agency, whatever it names", async () => {
    const rows = await inTenant(pool, a.scope, (tx) =>
      tx.update(accounts).set({ name: "taken over" }).where(eq(accounts.agencyId, b.id)).returning(),
    );
    expect(rows).toEqual([]);
  });

  it("no reference to a record of another agency: the database refuses", async () => {
    const steal = sql`insert into brands (agency_id, account_id, distributor_id, reseller_id)
      values (${a.id}, ${b.reseller}, ${a.id}, ${a.id})`;
    expect(await failure(inTenant(pool, a.scope, (tx) => tx.execute(steal)))).toBe("23503");
  });

  it("what failed is undone whole, also when the failure was swallowed", async () => {
    const key = `${Math.random()}`;
    const work = inTenant(pool, a.scope, async (tx) => {
      await tx.execute(sql`insert into throttles (agency_id, key, distributor_id, reseller_id, hits, window_ends_at)
        values (${a.id}, ${key}, ${a.id}, ${a.id}, 1, now())`);
      await tx.execute(sql`select 1/0`).catch(() => {});
    });
    await expect(work).rejects.toThrow("rolled back by the database");
    const { rowCount } = await admin.query("select from throttles where key = $1", [key]);
    expect(rowCount).toBe(0);
  });
});

describe("statements that leave together", () => {
  const add = (tx: Tx, key: string) =>
    tx.named(
      "add_throttle",
      `insert into throttles (agency_id, key, distributor_id, reseller_id, hits, window_ends_at)
       values ($1, $2, $1, $1, 1, now())`,
      [a.id, key],
    );
  const kept = async (key: string) =>
    (await admin.query("select from throttles where agency_id = $1 and key = $2", [a.id, key])).rowCount;

  it("what nobody waited for is done when the transaction is", async () => {
    const key = `${Math.random()}`;
    await inTenant(pool, a.scope, async (tx) => void add(tx, key));
    expect(await kept(key)).toBe(1);
  });

  it("what nobody waited for fails the transaction with its own error", async () => {
    const key = `${Math.random()}`;
    const work = inTenant(pool, a.scope, async (tx) => {
      await add(tx, key);
      add(tx, key).catch(() => {});
    });
    // Not that of COMMIT, which was not run because of it.
    await expect(work).rejects.toMatchObject({ code: "23505" });
    expect(await kept(key)).toBe(0);
  });

  it("nothing follows the last read", async () => {
    const late = inTenant(pool, a.scope, async (tx, last) => {
      const rows = await last("last_read", "select name from plans", []);
      expect(rows).toHaveLength(5);
      return names(tx).catch((error: Error) => error.cause ?? error);
    });
    expect(await late).toBeInstanceOf(TransactionEnded);
  });

  it("a last read that fails gives its error, and the connection back whole", async () => {
    expect(await failure(inTenant(pool, a.scope, (_tx, last) => last("broken", "select 1/0", [])))).toBe(
      "22012",
    );
    expect(await inTenant(pool, b.scope, names)).toHaveLength(5);
  });
});

describe("entering", () => {
  it("twice is refused, whoever asks", async () => {
    const again = sql`select app.enter(${b.id}, 'agency', ${b.id})`;
    expect(await failure(inTenant(pool, a.scope, (tx) => tx.execute(again)))).toBe(denied);
    const asLogin = inTenant(pool, a.scope, async (tx) => {
      await tx.execute(sql`reset role`);
      await tx.execute(again);
    });
    expect(await failure(asLogin)).toBe("55000");
    const asOperator = inTenant(pool, a.scope, async (tx) => {
      await tx.execute(sql`reset role`);
      await tx.execute(sql`select app.enter_operator()`);
    });
    expect(await failure(asOperator)).toBe("55000");
  });

  it.each<[string, Scope, string]>([
    [
      "an unknown kind",
      { agency: crypto.randomUUID(), kind: "sibling" as never, account: crypto.randomUUID() },
      "22023",
    ],
    [
      "a kind that is SQL",
      { agency: crypto.randomUUID(), kind: "agency'--" as never, account: crypto.randomUUID() },
      "TypeError",
    ],
    ["no agency", { agency: "", kind: "agency", account: crypto.randomUUID() }, "TypeError"],
    ["an agency that is SQL", { agency: "'; drop table plans --", kind: "agency", account: "" }, "TypeError"],
  ])("with %s fails and gives its connection back", async (_what, scope, code) => {
    expect(await failure(() => inTenant(pool, scope, names))).toBe(code);
    expect({ waiting: pool.waitingCount, idle: pool.idleCount }).toEqual({
      waiting: 0,
      idle: pool.totalCount,
    });
  });

  it("with null in its place is an error", async () => {
    expect(await failure(pool.query("select app.enter(null, 'agency', null)"))).toBe("22004");
    expect(await failure(pool.query("select app.enter($1, null, $1)", [a.id]))).toBe("22023");
  });

  it("leaves nothing on the connection", async () => {
    await inTenant(pool, a.scope, names);
    const { rows } = await pool.query(
      "select current_user as role, coalesce(current_setting('app.agency_id', true), '') as agency, coalesce(current_setting('app.account_id', true), '') as account",
    );
    expect(rows).toEqual([{ role: "tn_web", agency: "", account: "" }]);
  });

  it("does not survive its transaction: a policy asked afterwards is an error, not an empty page", async () => {
    const client = await pool.connect();
    await client.query(`begin; select app.enter('${a.id}', 'agency', '${a.id}'); commit`);
    expect(await failure(client.query("begin; set local role tn_agency; select * from plans"))).toBe("22P02");
    await client.query("rollback");
    client.release();
  });
});

describe("a handle whose transaction has ended", () => {
  const ends: [string, (tx: Tx) => Promise<unknown>][] = [
    ["by commit", async () => {}],
    ["by a failing statement", (tx) => tx.execute(sql`select 1/0`)],
    ["by an error of its own", () => Promise.reject(new Error("own"))],
  ];
  const uses: [string, (tx: Tx) => Promise<unknown>][] = [
    ["a late read", names],
    ["a late named read", (tx) => tx.named("late", "select name from plans", [])],
    ["a late statement", (tx) => tx.execute(sql`select name from plans`)],
    [
      "a late write",
      (tx) => tx.insert(plans).values({ agencyId: a.id, id: crypto.randomUUID(), name: "late" }),
    ],
    ["a late commit", (tx) => tx.execute(sql`commit`)],
    ["a late transaction", (tx) => tx.transaction((inner) => inner.select().from(plans))],
  ];
  const cases = ends.flatMap(([end, work]) => uses.map(([use, late]) => [end, use, work, late] as const));

  it.each(cases)(
    "ended %s refuses %s, also inside the next tenant's transaction",
    async (_end, _use, work, late) => {
      let leaked: Tx | undefined;
      await inTenant(pool, a.scope, (tx) => {
        leaked = tx;
        return work(tx);
      }).catch(() => {});
      const { error, seen } = await inTenant(pool, b.scope, async (tx) => ({
        error: await late(leaked!).catch((thrown: Error) => thrown.cause ?? thrown),
        seen: await names(tx),
      }));
      expect(error).toBeInstanceOf(TransactionEnded);
      expect(seen.every((name) => name.startsWith(b.id))).toBe(true);
      expect((await admin.query("select from plans where name = 'late'")).rowCount).toBe(0);
    },
  );

  it("refuses a query that was built inside and awaited outside", async () => {
    const query = await inTenant(pool, a.scope, async (tx) => ({ built: tx.select().from(plans) }));
    const error = await query.built.then(
      () => undefined,
      (thrown: Error) => thrown.cause ?? thrown,
    );
    expect(error).toBeInstanceOf(TransactionEnded);
  });
});
