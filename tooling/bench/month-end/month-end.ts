import type { App } from "@tenantry/core/kernel/ctx";
import { openPool } from "@tenantry/db";
import { round } from "../http/compare.ts";
import { newRunSecret, stagingApp } from "../http/stage.ts";
import { atMost, type BenchRow, reported } from "../row.ts";
import type { Addresses } from "../usage-stage.ts";
import { benchCountedPeriods } from "./counted-periods.ts";
import { addCustomers, tellUsage } from "./customers.ts";
import { type Market, newMarket } from "./market.ts";
import { payInvoices } from "./payments.ts";
import { recount } from "./recount.ts";
import { runUntil, type Servers, timeEach } from "./run.ts";

const months = ["2027-03-10", "2027-04-10", "2027-05-10"] as const;
const bars = { growth: 1.5, memory: 1.3 };

interface Sizes {
  small: number;
  large: number;
  paid: number;
  /** Customers for each length of what was counted before. */
  counted: number;
}

/**
 * Month ends as the worker's own process runs them: every subscription due at one instant, with overage and commission. Gated are what
 * grows with the number of invoices, and the worker's memory; a worker killed halfway is followed by another. Throws when an invoice, a
 * number, a sum, the books or a decision is not what a recount finds.
 */
export async function benchMonthEnd(
  { adminUrl, webUrl, workerUrl }: Addresses & { workerUrl: string },
  { small, large, paid, counted }: Sizes,
): Promise<BenchRow[]> {
  const secret = newRunSecret();
  const app = stagingApp(webUrl, secret);
  const admin = openPool({ url: adminUrl, max: 2, onConnectionError: () => {} });
  const servers = { admin, workerUrl, secret };
  try {
    const [few, many] = [await stage(app, servers, small), await stage(app, servers, large)];
    const before = await few.run(1);
    const whole = await many.run(1);
    const after = await few.run(2);
    const killedAt = await many.runKilled(2);
    const perSecond = await payInvoices(app, admin, many.market, paid);
    const [atFirst, atLast] = whole.peaks as [number, number];
    const n = (count: number) => count.toLocaleString("en");
    const name = `month end of ${n(large)} invoices`;
    return [
      atMost(
        `${name}: time of one, of that among ${n(small)}`,
        round((2 * whole.ms) / (before.ms + after.ms)),
        bars.growth,
        "x",
      ),
      reported(`${name}, with overage`, Math.round(1_000 / whole.ms), "invoices/s"),
      atMost(
        `${name}: the worker's most memory, of that until ${n(large / 5)}`,
        // Where the system does not tell there is nothing to hold.
        atFirst === 0 ? 0 : round(atLast / atFirst),
        bars.memory,
        "x",
      ),
      reported(`${name}: the worker's most memory`, Math.round(atLast), "MiB"),
      reported(`${name}, the worker killed: each once, the first left off at`, killedAt, "invoices"),
      reported(`${n(paid)} of them paid, commission decided`, Math.round(perSecond), "payments/s"),
      ...(await benchCountedPeriods(app, servers, counted)),
    ];
  } finally {
    await Promise.all([app.pool.end(), admin.end()]);
  }
}

/** A market with so many subscriptions, and its month ends. */
async function stage(app: App, servers: Servers, count: number) {
  const { admin } = servers;
  const market = await newMarket(app, admin, months[0]);
  await addCustomers(admin, market, { count, from: months[0] });
  return {
    market,
    /** A worker from a month's end until all is invoiced: milliseconds of each, and its memory until a fifth and until all. */
    run: async (month: 1 | 2) => {
      const from = await endMonth(servers, market, month);
      const { worker, peaks } = await runUntil(servers, market, from, [count / 5, count]);
      await worker.end("SIGTERM");
      await recount(admin, market, { count, from, month });
      return { ms: await timeEach(admin, market.agencyId), peaks };
    },
    /** The same by a worker that is killed halfway and one that is started after it; answers how far the first had come. */
    runKilled: async (month: 1 | 2) => {
      const from = await endMonth(servers, market, month);
      const first = await runUntil(servers, market, from, [count / 2]);
      await first.worker.end("SIGKILL");
      if (first.done === count) throw new Error("The worker was done before it was killed");
      const second = await runUntil(servers, market, from, [count]);
      await second.worker.end("SIGTERM");
      await recount(admin, market, { count, from, month });
      return first.done;
    },
  };
}

/** Tells what was used in a month and moves the clock to its end; answers the day on which the next begins. */
async function endMonth({ admin }: Servers, market: Market, month: 1 | 2): Promise<string> {
  await tellUsage(admin, market.agencyId, { from: months[month - 1]!, month, days: 28 });
  // As it stands in an installation that runs; tables that are still empty are left as they are.
  await admin.query("analyze accounts, customers, subscriptions, usage_deltas");
  await market.noonOf(months[month]!);
  return months[month]!;
}
