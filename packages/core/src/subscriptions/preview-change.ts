import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { pricesIncludeTax } from "../legal-entities/prices.ts";
import { prepareChange } from "./prepare-change.ts";
import { chargeOf } from "./rules.ts";
import { changeInput, preview } from "./schemas.ts";
import { shownCharge } from "./shown-charge.ts";

/** What a change of plan or quantity will do. Writes nothing. */
export const previewSubscriptionChange = query("subscription.preview-change", {
  input: changeInput,
  output: preview,
  object: ({ id }) => ({ table: "subscriptions", id }),
  run: async (run, input) => {
    const { subscription, next, outcome, period, draft } = await prepareChange(run, input);
    const { planName, versionId, quantity, unitMinor } = next;
    return {
      ...{ planName, versionId, quantity, period, counts: outcome.counts },
      currency: subscription.currency,
      interval: subscription.billedEvery,
      trial: subscription.state === "trial",
      pricesIncludeTax: await pricesIncludeTax(run.tx, subscription.sellerId),
      unitMinor: asJson(unitMinor),
      periodMinor: asJson(chargeOf(next)),
      due: shownCharge(draft),
    };
  },
});
