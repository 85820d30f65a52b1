import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/index.ts";

// The rule said a second time, as its description has it: the database's word is held against this one.
type Rule = {
  reach: "chosen" | "tier" | "percentage" | "everyone";
  types: string[];
  plan_ids: string[];
  percent: number;
  withdrawn_at: string | null;
};
interface Account {
  id: string;
  type: string | null;
  plan: string | null;
  exception: boolean | null;
}

const bytes = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

/** The first 32 bits of SHA-256 over both ids, as a place among a hundred. */
function bucketOf(feature: string, account: string): number {
  const digest = createHash("sha256").update(bytes(feature)).update(bytes(account)).digest();
  return Math.floor((digest.readUInt32BE(0) * 100) / 2 ** 32);
}

function reasonOf(rule: Rule | null, feature: string, { id, type, plan, exception }: Account): string {
  if (rule?.withdrawn_at) return "withdrawn";
  if (exception !== null) return exception ? "chosen" : "left_out";
  const among = (list: string[], value: string | null) =>
    list.length === 0 || (value !== null && list.includes(value));
  const reached = {
    chosen: false,
    everyone: true,
    tier: among(rule?.types ?? [], type) && among(rule?.plan_ids ?? [], plan),
    percentage: bucketOf(feature, id) < (rule?.percent ?? 0),
  };
  return rule && reached[rule.reach] ? rule.reach : "not_reached";
}

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const plans = ["0190f000-0000-7000-8000-000000000001", "0190f000-0000-7000-8000-000000000002"];
const feature = "0190f000-0000-7000-8000-0000000000aa";
const rules: fc.Arbitrary<Rule | null> = fc.option(
  fc.record({
    reach: fc.constantFrom("chosen", "tier", "percentage", "everyone"),
    types: fc.subarray(["own_plans", "commission"]),
    plan_ids: fc.subarray(plans),
    percent: fc.integer({ min: 1, max: 100 }),
    withdrawn_at: fc.option(fc.constant("2026-01-01T00:00:00Z")),
  }),
);
const accounts: fc.Arbitrary<Account> = fc.record({
  id: fc.uuid(),
  type: fc.constantFrom("own_plans", "commission", null),
  plan: fc.constantFrom(...plans, null),
  exception: fc.constantFrom(true, false, null),
});

describe("a feature's rule", () => {
  it("is judged by the database as its description says, whatever rule and account", async () => {
    const cases = fc.sample(fc.record({ rule: rules, account: accounts }), 3_000);
    const { rows } = await app.admin.query<{ reason: string; has: boolean }>(
      `select app.feature_reason(r, $2, id, type, plan, exception) as reason,
         app.feature_released(r, $2, id, type, plan, exception) as has
       from jsonb_array_elements($1) with ordinality c(c, n),
         jsonb_populate_record(null::feature_releases, nullif(c -> 'rule', 'null')) r,
         jsonb_to_record(c -> 'account') a(id uuid, type text, plan uuid, exception boolean)
       order by n`,
      [JSON.stringify(cases), feature],
    );
    const wanted = cases.map(({ rule, account }) => reasonOf(rule, feature, account));
    expect(rows.map(({ reason }) => reason)).toEqual(wanted);
    expect(new Set(wanted).size).toBe(7);
    const without = new Set(["withdrawn", "left_out", "not_reached"]);
    expect(rows.map(({ has }) => has)).toEqual(wanted.map((reason) => !without.has(reason)));
  });

  it("gives an account the same place among a hundred here and in the database, spread evenly", async () => {
    const ids = fc.sample(fc.uuid(), 20_000);
    const { rows } = await app.admin.query<{ bucket: number }>(
      "select app.feature_bucket($2, id) as bucket from unnest($1::uuid[]) with ordinality u(id, n) order by n",
      [ids, feature],
    );
    const buckets = rows.map(({ bucket }) => bucket);
    expect(buckets).toEqual(ids.map((id) => bucketOf(feature, id)));
    expect(Math.min(...buckets)).toBe(0);
    expect(Math.max(...buckets)).toBe(99);
    const tenth = buckets.filter((bucket) => bucket < 10).length / buckets.length;
    expect(tenth).toBeGreaterThan(0.08);
    expect(tenth).toBeLessThan(0.12);
    // Written down, so that nobody who has a feature loses it because the hash was changed.
    expect(bucketOf(feature, plans[0]!)).toBe(8);
  });
});
