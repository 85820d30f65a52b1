import { cancelSubscription } from "@tenantry/core/subscriptions/cancel";
import { changeSubscription } from "@tenantry/core/subscriptions/change";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { reactivateSubscription } from "@tenantry/core/subscriptions/reactivate";
import { find } from "../refusal.ts";
import type { Step } from "../steps.ts";
import type { World } from "../world.ts";
import { ownerOf } from "./contexts.ts";
import { known, type Product } from "./product.ts";

type Of<Do extends Step["do"]> = Extract<Step, { do: Do }>;

/** Sold by the customer's reseller, or, an even number of units, by the agency for it. */
export async function sell(product: Product, world: World, step: Of<"sell">): Promise<void> {
  const { reseller } = find(world.customers, step.customer);
  const { currency, interval } = find(world.plans, step.plan);
  const seller = step.quantity % 2 === 0 ? "agency" : (reseller ?? "agency");
  const { id } = await createSubscription(await ownerOf(product, seller), {
    customerId: known(product.customers, step.customer),
    planId: known(product.plans, step.plan),
    ...{ currency, interval, quantity: step.quantity, trialDays: step.trialDays },
  });
  product.subscriptions.set(`s${product.subscriptions.size + 1}`, id);
}

export async function change(product: Product, world: World, step: Of<"change">): Promise<void> {
  await changeSubscription(await keeperOf(product, world, step.subscription), {
    id: known(product.subscriptions, step.subscription),
    planId: step.plan && known(product.plans, step.plan),
    quantity: step.quantity,
  });
}

export async function cancelOrReactivate(
  product: Product,
  world: World,
  step: Of<"cancel" | "reactivate">,
): Promise<void> {
  const verb = step.do === "cancel" ? cancelSubscription : reactivateSubscription;
  await verb(await keeperOf(product, world, step.subscription), {
    id: known(product.subscriptions, step.subscription),
  });
}

/** Whoever looks after a subscription: of one half of them the agency, of the other its reseller. */
function keeperOf(product: Product, world: World, id: string) {
  const { reseller } = find(world.subscriptions, id);
  return ownerOf(product, Number(id.slice(1)) % 2 === 0 ? "agency" : (reseller ?? "agency"));
}
