import { expect, it } from "vitest";
import { rulesOf } from "./rules.ts";

it.each([
  ["own_plans", { managesPlans: true, seesAgencyPlans: false }],
  ["commission", { managesPlans: false, seesAgencyPlans: true }],
] as const)("a reseller of type %s", (type, rules) => {
  expect(rulesOf(type)).toEqual(rules);
});
