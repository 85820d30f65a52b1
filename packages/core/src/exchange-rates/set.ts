import { exchangeRates } from "@tenantry/db/schema";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { saved, setInput } from "./schemas.ts";

/** Says what a currency is worth in another from now on. What was decided or drafted keeps the rate it was reckoned by. */
export const setExchangeRate = command("exchange-rate.set", {
  input: setInput,
  output: saved,
  run: async ({ tx, ctx }, { from, to, rate, source }) => {
    const { agencyId } = ctx.tenant;
    const id = newId();
    await tx
      .insert(exchangeRates)
      .values({ agencyId, id, fromCurrency: from, toCurrency: to, rate, source, setAt: ctx.now });
    return {
      result: { id },
      audit: { object: { kind: "exchange-rate", id }, after: { from, to, rate, source } },
    };
  },
});
