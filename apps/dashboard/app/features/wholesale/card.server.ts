import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { Ask } from "@tenantry/core/kernel/together";
import { readWholesale } from "@tenantry/core/wholesale/read";
import type { WholesaleCardProps } from "./wholesale-card.tsx";

/** The card of what a reseller pays for its plan; undefined where it pays for none. */
export async function readWholesaleCard(
  ask: Ask,
  { actor }: Ctx,
  id: string,
): Promise<WholesaleCardProps | undefined> {
  const { plan, subscription, pricesIncludeTax } = await ask(readWholesale, { id });
  if (!plan && !subscription) return undefined;
  const priced = plan !== null && plan.prices.length > 0;
  const startTo = may(actor, "wholesale.start") ? `/resellers/${id}/wholesale` : undefined;
  return { subscription, pricesIncludeTax, priced, startTo, invoicesTo: `/invoices?customer=${id}` };
}
