import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { Ask } from "@tenantry/core/kernel/together";
import { listPlans } from "@tenantry/core/plans/list";
import { listResellers } from "@tenantry/core/resellers/list";
import { usageDays } from "@tenantry/core/usage/index";
import { faceOf } from "../../request/gate.server.ts";
import { otherCurrencies } from "./plan-form.server.ts";

/** Shown when an agency has no plan yet that would tell. */
const firstCurrency = "EUR";

/** The lists behind a plan's form; `currencies` are those it has fields for. */
export async function planFormOptions(ctx: Ctx, ask: Ask, currencies: string[]) {
  const ofAgency = faceOf(ctx) === "agency";
  const shown = currencies.length > 0 ? currencies : [firstCurrency];
  const { meters } = await ask(usageDays, {});
  const { includedTaxBps } = await ask(listPlans, { limit: 1 });
  const resellers = ofAgency ? (await ask(listResellers, { sort: "name", limit: 100 })).resellers : [];
  return {
    ofAgency,
    meters: meters.map(({ meter, kind }) => ({ key: meter, kind })),
    currencies: shown,
    includedTaxBps,
    otherCurrencies: otherCurrencies(shown),
    resellers: resellers.map(({ id, name }) => ({ id, name })),
  };
}
