import { plans } from "@tenantry/db/schema";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPool } from "../pool.ts";
import { type TestDatabase, testDatabase } from "../testing/index.ts";
import { newTenant, type Tenant } from "../testing/tenants.ts";
import { inTenant, type Tx } from "./transaction.ts";

// T04: many tenants over few connections. Long form: SOAK=1.
const transactions = process.env.SOAK === "1" ? 10_000 : 1_000;
const users = 200;

let database: TestDatabase;
let admin: pg.Client;
let pool: pg.Pool;
const tenants: Tenant[] = [];

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  pool = openPool({ url: database.webUrl, max: 4, onConnectionError: () => {} });
  for (let made = 0; made < 8; made++) tenants.push(await newTenant(admin));
});
afterAll(async () => {
  await Promise.all([pool.end(), admin.end()]);
  await database.drop();
});

interface Seen {
  tenant: Tenant;
  names: string[];
  agency: string;
  account: string;
}

/** What the transaction sees with the predicate forgotten, and where the database says it is. */
async function look(tx: Tx, tenant: Tenant): Promise<Seen> {
  const rows = await tx.select({ name: plans.name }).from(plans);
  const [where] = await tx.named<{ agency: string; account: string }>(
    "where_am_i",
    "select current_setting('app.agency_id') as agency, current_setting('app.account_id') as account",
    [],
  );
  return { tenant, names: rows.map(({ name }) => name), ...where! };
}

/** One in ten throws, one in fifty runs into its timeout, one in ten leaves its handle behind. */
async function misbehave(tx: Tx, turn: number, leaked: Tx[]): Promise<void> {
  if (turn % 10 === 3) throw new Error("thrown by the caller");
  if (turn % 10 === 5) leaked.push(tx);
  if (turn % 50 === 7) {
    await tx.execute(sql`set local statement_timeout = '5ms'`);
    await tx.execute(sql`select pg_sleep(5)`);
  }
}

it(`${transactions} transactions of ${users} users over 4 connections: every row is the asker's own`, async () => {
  const seen: Seen[] = [];
  const leaked: Tx[] = [];
  const failures = new Map<string, number>();
  const user = async (number: number) => {
    for (let round = 0; round < transactions / users; round++) {
      const turn = number * 7 + round * 13;
      const tenant = tenants[turn % tenants.length]!;
      const scope = turn % 3 === 0 ? tenant.resellerScope : tenant.scope;
      await inTenant(pool, scope, async (tx) => {
        seen.push(await look(tx, tenant));
        await misbehave(tx, turn, leaked);
        const stale = leaked.shift();
        if (stale && stale !== tx)
          await stale
            .select()
            .from(plans)
            .catch(() => {});
        seen.push(await look(tx, tenant));
      }).catch((error: Error) => {
        const why = (error.cause as { code?: string } | undefined)?.code ?? error.message;
        failures.set(why, (failures.get(why) ?? 0) + 1);
      });
    }
  };
  await Promise.all(Array.from({ length: users }, (_, number) => user(number)));

  const foreign = seen.filter(({ tenant, names, agency, account }) => {
    const own = account === tenant.id || account === tenant.reseller;
    return (
      agency !== tenant.id || !own || names.length !== 5 || names.some((name) => !name.startsWith(tenant.id))
    );
  });
  expect(foreign).toEqual([]);
  expect([...failures.keys()].sort()).toEqual(["57014", "thrown by the caller"]);
  expect(seen.length).toBeGreaterThan(transactions);
  expect({ waiting: pool.waitingCount, idle: pool.idleCount }).toEqual({ waiting: 0, idle: pool.totalCount });
});
