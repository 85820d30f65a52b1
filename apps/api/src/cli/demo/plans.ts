import type { Ctx } from "@tenantry/core/kernel/ctx";
import { publishPlan } from "@tenantry/core/plans/publish";
import { readPlan } from "@tenantry/core/plans/read";
import { updatePlan } from "@tenantry/core/plans/update";

/** Monthly prices of the starter plans in minor units; a year costs ten months. */
const monthly: Record<string, number> = { Starter: 4_900, Growth: 19_900 };

/** Price of a block of each meter past what is included, and what it costs the agency. */
const blocks: Record<string, { blockUnits: number; amountMinor: number; costMinor: number }> = {
  messages: { blockUnits: 1_000, amountMinor: 400, costMinor: 120 },
  whatsapp_messages: { blockUnits: 100, amountMinor: 700, costMinor: 450 },
  team_members: { blockUnits: 1, amountMinor: 900, costMinor: 200 },
};

/** Publishes a second version of a starter plan that has prices, margins and caps to look at. */
export async function pricePlan(agency: Ctx, id: string, currency: string): Promise<void> {
  const { name, versions } = await readPlan(agency, { id });
  const amountMinor = monthly[name];
  if (amountMinor === undefined) return;
  const meters = (versions[0]?.terms.meters ?? []).map((row) => {
    const { blockUnits = 1, ...asked } = blocks[row.meter] ?? {};
    return {
      ...row,
      blockUnits,
      softCapUnits: row.includedUnits * 2,
      hardCapUnits: row.includedUnits * 4,
      overages: [{ currency, ...asked }],
    };
  });
  const prices = [
    { currency, interval: "month" as const, amountMinor },
    { currency, interval: "year" as const, amountMinor: amountMinor * 10 },
  ];
  await updatePlan(agency, { id, terms: { prices, meters } });
  await publishPlan(agency, { id });
}
