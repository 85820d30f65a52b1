import { expect, it } from "vitest";
import { fromStripe, toStripe } from "./stripe-amount.ts";

it.each([
  ["EUR", 1_234, 1_234],
  ["JPY", 500, 500],
  ["ISK", 500, 50_000],
  ["UGX", 7, 700],
  ["KWD", 1_230, 1_230],
  ["KWD", 1_234, undefined],
])("asks Stripe for %s %i as it counts it", (currency, amountMinor, asked) => {
  expect(toStripe(amountMinor, currency)).toBe(asked);
  if (asked !== undefined) expect(fromStripe(asked, currency)).toBe(amountMinor);
});

it("reads no part of a unit out of what Stripe tells", () => {
  expect(fromStripe(50_050, "ISK")).toBeUndefined();
});
