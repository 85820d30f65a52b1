import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { chargeOf } from "./rules.ts";
import { prepareSale } from "./sale.ts";
import { createInput, preview } from "./schemas.ts";
import { shownCharge } from "./shown-charge.ts";

/** What selling a plan to a customer will do. Writes nothing. */
export const previewSubscription = query("subscription.preview", {
  input: createInput,
  output: preview,
  object: ({ customerId }) => ({ table: "accounts", id: customerId }),
  run: async (run, input) => {
    const { offer, quantity, trial, period, draft } = await prepareSale(run, input);
    const { name: planName, versionId, currency, interval, unitMinor, pricesIncludeTax } = offer;
    return {
      ...{ planName, versionId, currency, interval, quantity, period, trial, pricesIncludeTax },
      unitMinor: asJson(unitMinor),
      periodMinor: asJson(chargeOf({ unitMinor, quantity })),
      counts: "now" as const,
      due: shownCharge(draft),
    };
  },
});
