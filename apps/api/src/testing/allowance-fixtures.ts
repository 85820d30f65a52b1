import { setAllowance } from "@tenantry/core/allowances/set";
import { createCustomer } from "@tenantry/core/customers/create";
import { planner } from "./plan-fixtures.ts";
import { newResellerId } from "./reseller-fixtures.ts";
import type { Principal, World } from "./world.ts";

/** Somebody the asker's own account gives to, with an allowance: a reseller of the agency, a customer of the reseller. */
export async function newAllowanceChild(world: World, principal: Principal): Promise<string> {
  const { side } = principal.account;
  // A customer's people give nothing; they meet what their reseller has given.
  const giver = side === "customer" ? { ...principal, account: world.who("RO").account } : principal;
  const ctx = await planner(world, giver);
  const accountId =
    giver.account.side === "reseller"
      ? (await createCustomer(ctx, { name: "Fresh" })).id
      : await newResellerId(world);
  await setAllowance(ctx, { accountId, meter: "messages", mode: "shared", units: 10 });
  return accountId;
}
