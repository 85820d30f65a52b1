import { setRate as setRateOf } from "@tenantry/core/commissions/set-rate";
import { activateCustomer } from "@tenantry/core/customers/activate";
import { deactivateCustomer } from "@tenantry/core/customers/deactivate";
import { publishPlan } from "@tenantry/core/plans/publish";
import { updatePlan } from "@tenantry/core/plans/update";
import { activateReseller } from "@tenantry/core/resellers/activate";
import { changeType } from "@tenantry/core/resellers/change-type";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { find } from "../refusal.ts";
import type { Step } from "../steps.ts";
import type { World } from "../world.ts";
import { ownerOf } from "./contexts.ts";
import { known, type Product } from "./product.ts";

type Of<Do extends Step["do"]> = Extract<Step, { do: Do }>;

export async function setRate(product: Product, world: World, step: Of<"set rate">): Promise<void> {
  const { source, of, by, bps } = step;
  if (source === "agreement") return sayOfAgreement(product, world, step);
  const rows = { customer: product.customers, plan: product.plans };
  const id = source === "reseller" ? known(product.accounts, of).id : known(rows[source], of);
  const who = by === "agency" ? "agency" : find(world.customers, of).reseller!;
  await setRateOf(await ownerOf(product, who), { subject: source, id, rateBps: bps });
}

/** No verb sets the rate of an agreement yet: a row for each reseller that has it. */
async function sayOfAgreement(
  { stage, agencyId, accounts }: Product,
  { resellers }: World,
  { of, bps }: Of<"set rate">,
): Promise<void> {
  const ids = resellers.filter(({ agreement }) => agreement === of).map(({ id }) => known(accounts, id).id);
  await stage.eyes.query(
    `insert into commission_rates (agency_id, id, distributor_id, reseller_id, customer_id, source, rate_bps, set_by, set_at)
     select $1, gen_random_uuid(), $1, r, $1, 'agreement', $3, 'agency', now() from unnest($2::uuid[]) r`,
    [agencyId, ids, bps],
  );
}

export async function setPrice(product: Product, world: World, step: Of<"set price">): Promise<void> {
  const { seller, currency, interval, metered } = find(world.plans, step.plan);
  const id = known(product.plans, step.plan);
  const prices = [{ currency, interval, amountMinor: Number(step.unitPrice) }];
  const owner = await ownerOf(product, seller);
  const meters = metered.map(({ meter, included, block, price, payer }) => ({
    ...{ meter, includedUnits: Number(included), blockUnits: Number(block), payer },
    overages: price === null ? [] : [{ currency, amountMinor: Number(price) }],
  }));
  await updatePlan(owner, { id, terms: { prices, meters } });
  await publishPlan(owner, { id });
}

export async function setType(product: Product, { reseller, type }: Of<"set type">): Promise<void> {
  await changeType(await ownerOf(product, "agency"), { id: known(product.accounts, reseller).id, type });
}

/** A stopped reseller keeps its portal and makes no new sales. */
export async function stopOrRestart(
  product: Product,
  { do: what, who }: Of<"stop" | "restart">,
): Promise<void> {
  const agency = await ownerOf(product, "agency");
  const customer = product.customers.get(who);
  if (customer) await (what === "stop" ? deactivateCustomer : activateCustomer)(agency, { id: customer });
  else {
    const { id } = known(product.accounts, who);
    if (what === "restart") await activateReseller(agency, { id });
    else await deactivateReseller(agency, { id, mode: "sales_stopped" });
  }
}
