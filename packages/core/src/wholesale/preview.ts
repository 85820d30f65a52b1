import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { pricesIncludeTax } from "../legal-entities/prices.ts";
import { preview } from "../subscriptions/schemas.ts";
import { shownCharge } from "../subscriptions/shown-charge.ts";
import { prepareWholesale } from "./prepare.ts";
import { startInput } from "./schemas.ts";

/** What charging a reseller for its plan will begin with. Writes nothing. */
export const previewWholesale = query("wholesale.preview", {
  input: startInput,
  output: preview,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, input) => {
    const { plan, price, first, draft } = await prepareWholesale(run, input, false);
    const { planName, versionId } = plan;
    const { currency, interval, unitMinor } = price;
    return {
      ...{ planName, versionId, currency, interval, period: first.period },
      ...{ quantity: 1, trial: false, counts: "now" as const },
      pricesIncludeTax: await pricesIncludeTax(run.tx, run.ctx.tenant.agencyId),
      unitMinor: asJson(unitMinor),
      periodMinor: asJson(unitMinor),
      due: shownCharge(draft),
    };
  },
});
