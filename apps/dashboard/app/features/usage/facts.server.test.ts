import { expect, it } from "vitest";
import { usesOf } from "./facts.server.ts";

const meter = "messages";
/** A month's use of so many units on its tenth day, and a plan that includes 50,000. */
function messagesOf(used: number, allowed?: number | null, included = 50_000) {
  const day = (n: number) => ({ day: `2026-03-${String(n).padStart(2, "0")}`, quantity: used / 10 });
  const days = Array.from({ length: 10 }, (_, n) => day(n + 1));
  const usage = {
    ...{ accountId: "a", from: "2026-03-01", to: "2026-03-10" },
    meters: [{ meter, kind: "counter" as const, quantity: used, days }],
  };
  const plan = { id: "p", name: "Scale", description: "", allowances: [{ meter, included }] };
  const pools = allowed === undefined ? undefined : [{ meter, grantedUnits: allowed }];
  return usesOf(usage, plan, 21, pools)[0];
}

it("counts what is left by an allowance that is lower than what the plan includes, and says so", () => {
  expect(messagesOf(48_680, 48_680)).toMatchObject({ included: 48_680, byAllowance: true });
  expect(messagesOf(20_000, 30_000)).toMatchObject({ included: 30_000, reachedOn: "2026-03-15" });
  expect(messagesOf(10, 0)).toMatchObject({ included: 0, byAllowance: true });
});

it("counts by the plan where nothing was given, or more than it includes", () => {
  for (const allowed of [undefined, null, 50_000, 60_000]) {
    const use = messagesOf(20_000, allowed);
    expect(use).toMatchObject({ included: 50_000 });
    expect(use?.byAllowance).toBeUndefined();
  }
});
