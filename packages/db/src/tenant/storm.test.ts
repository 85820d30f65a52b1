import { plans } from "@tenantry/db/schema";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "../pool.ts";
import {
  bounded,
  openProxy,
  type Proxy as TcpProxy,
  type TestDatabase,
  testDatabase,
  until,
} from "../testing/index.ts";
import { newTenant, type Tenant } from "../testing/tenants.ts";
import { inTenant, type Tx } from "./transaction.ts";

const soak = process.env.SOAK === "1";
const seconds = 8;

let database: TestDatabase;
let admin: pg.Pool;
let proxy: TcpProxy;
let a: Tenant;
let b: Tenant;

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  admin.on("error", () => {});
  proxy = await openProxy(database.webUrl);
  [a, b] = [await newTenant(admin as never, 50), await newTenant(admin as never, 50)];
});
afterAll(async () => {
  await proxy.close();
  await admin.end();
  await database.drop();
});

/** A connection as the database knows it. */
interface Backend {
  pid: number;
  port: number;
}
const backendOf = async (tx: Tx) =>
  (await tx.named<Backend>("me", "select pg_backend_pid() as pid, inet_client_port() as port", []))[0]!;
const gone = (pid: number) =>
  until(async () => (await admin.query("select from pg_stat_activity where pid = $1", [pid])).rowCount === 0);

/** Ways for a connection to die. */
const ways: Record<string, (backend: Backend) => Promise<void>> = {
  "its backend is terminated": async ({ pid }) => {
    await admin.query("select pg_terminate_backend($1)", [pid]);
    await gone(pid);
  },
  "the network resets it": async ({ port }) => {
    for (const link of proxy.links) if (link.port === port) link.cut();
  },
  "it idles too long": ({ pid }) => gone(pid).then(() => {}),
};

interface Victim {
  tx: Tx;
  backend: Backend;
  kill: () => Promise<void>;
}

/** Moments at which it dies: what is set up before the transaction begins, and what it does. */
interface Point {
  /** Bytes on the wire that kill. */
  trap?: { bytes: string; when: "sent" | "answered" };
  work?: (victim: Victim) => Promise<unknown>;
  /** Its answer may be through already when the backend dies. */
  mayCommit?: true;
  /** Only a transaction that waits for its client can idle too long. */
  idles?: boolean;
}
const points: Record<string, Point> = {
  "as begin and enter are sent": { trap: { bytes: "app.enter", when: "sent" } },
  "as begin and enter are answered": { trap: { bytes: "app.enter", when: "answered" } },
  "in the middle of a query": {
    work: async ({ tx, backend, kill }) => {
      const asleep = tx.execute(sql`select pg_sleep(60)`);
      asleep.then(
        () => {},
        () => {},
      );
      await until(
        async () =>
          (
            await admin.query("select from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'", [
              backend.pid,
            ])
          ).rowCount,
      );
      await kill();
      await asleep;
    },
  },
  "between two queries": { idles: true, work: async ({ kill }) => kill() },
  "in a savepoint": {
    idles: true,
    work: async ({ tx, kill }) => {
      await tx.execute(sql`savepoint inner_one`);
      await kill();
      await tx.execute(sql`rollback to savepoint inner_one`);
    },
  },
  "in a cursor": {
    idles: true,
    work: async ({ tx, kill }) => {
      await tx.execute(sql`declare c cursor for select name from plans`);
      await tx.execute(sql`fetch 3 from c`);
      await kill();
      await tx.execute(sql`fetch 3 from c`);
    },
  },
  "with many queries on their way": {
    work: async ({ tx, kill }) => {
      const many = Array.from({ length: 20 }, () => tx.select().from(plans));
      const settled = Promise.allSettled(many);
      await kill();
      await settled;
      throw new Error("after the storm");
    },
  },
  "as commit is sent": { trap: { bytes: "commit", when: "sent" } },
  "after commit, before its answer": { trap: { bytes: "commit", when: "answered" }, mayCommit: true },
};

/** Late uses of the dead transaction's handle. */
const uses: ((tx: Tx) => Promise<unknown>)[] = [
  (tx) => tx.select({ name: plans.name }).from(plans),
  (tx) => tx.named("late", "select name from plans", []),
  (tx) => tx.insert(plans).values({ agencyId: a.id, id: crypto.randomUUID(), name: `${a.id} late` }),
  (tx) => tx.execute(sql`commit`),
];

const sizes = soak ? [1, 3, 10] : [1, 3];
const cases = Object.entries(points).flatMap(([point, { idles }]) =>
  Object.keys(ways).flatMap((way) =>
    way.includes("idles") && !idles ? [] : sizes.map((size) => [point, way, size] as const),
  ),
);
const rounds = soak ? 6 : 1;

describe.each(Array.from({ length: rounds }, (_, index) => index + 1))("a connection dies, round %i", () => {
  it.each(cases)("%s: %s, pool of %i: no foreign row, no hang, all well after", async (at, way, size) => {
    const { trap, work, mayCommit } = points[at]!;
    const pool = openPool({ url: proxy.through(database.webUrl), max: size, onConnectionError: () => {} });
    let dead: Victim | undefined;
    let struck = () => {};
    const stroke = new Promise<void>((resolve) => {
      struck = resolve;
    });
    try {
      // Connections are there beforehand, so that the trap springs on the victim's and not on a newcomer's greeting.
      await Promise.all(
        Array.from({ length: size }, () => inTenant(pool, b.scope, (tx) => tx.execute(sql`select 1`))),
      );
      if (trap)
        proxy.trap({
          ...trap,
          spring: async ({ port }) => {
            const { rows } = await admin.query("select pid from pg_stat_activity where client_port = $1", [
              port,
            ]);
            struck();
            await ways[way]!({ port, pid: rows[0]?.pid });
          },
        });
      const victim = inTenant(pool, a.scope, async (tx) => {
        dead = { tx, backend: { pid: 0, port: 0 }, kill: async () => {} };
        if (!work) return tx.select({ name: plans.name }).from(plans).limit(1);
        const backend = await backendOf(tx);
        dead.backend = backend;
        dead.kill = async () => {
          if (way.includes("idles")) {
            await tx.execute(sql`set local idle_in_transaction_session_timeout = '20ms'`);
          }
          const dying = ways[way]!(backend);
          // An idle one dies only if nobody uses its handle meanwhile; the others are met while they die.
          if (way.includes("idles")) await dying;
          struck();
          await dying;
        };
        await work(dead);
        return tx.execute(sql`select 1`);
      });
      const outcome = victim.then(
        () => "committed",
        (error: Error) => error,
      );
      await bounded(stroke, seconds, "the stroke");

      // Another tenant's transaction begins at once, and the dead one's handle is used inside it.
      const { seen, late } = await bounded(
        inTenant(pool, b.scope, async (tx) => {
          const before = await tx.select({ name: plans.name }).from(plans);
          const late = await Promise.allSettled(uses.map((use) => use(dead!.tx)));
          const after = await tx.select({ name: plans.name }).from(plans);
          return { seen: [...before, ...after], late };
        }),
        seconds,
        "the other tenant",
      );
      expect(seen).toHaveLength(100);
      expect(seen.filter(({ name }) => !name.startsWith(b.id))).toEqual([]);
      const end = await bounded(outcome, seconds, "the victim");
      if (end !== "committed" || !mayCommit) expect(end).toBeInstanceOf(Error);
      // Where the pool has room, the handle may still be at its own transaction's end; nothing else can answer.
      const answered = late.filter(({ status }) => status === "fulfilled");
      expect(JSON.stringify(answered)).not.toContain(b.id);
      if (size === 1) expect(answered).toEqual([]);
      // There the late insert and the late commit are its own transaction's last statements; never another's.
      const kept = await admin.query(
        "delete from plans where name like '%late' returning agency_id as agency",
      );
      expect(kept.rows.filter(({ agency }) => size === 1 || agency !== a.id)).toEqual([]);

      const healed = Promise.all(
        Array.from({ length: size * 2 }, () =>
          inTenant(pool, a.scope, (tx) => tx.select({ name: plans.name }).from(plans)),
        ),
      );
      const rows = (await bounded(healed, seconds, "the pool")).flat();
      expect(rows.filter(({ name }) => !name.startsWith(a.id))).toEqual([]);
      expect(pool.waitingCount).toBe(0);
      expect(pool.totalCount).toBeLessThanOrEqual(size);
    } finally {
      await bounded(pool.end(), seconds, "closing the pool");
    }
  });
});
