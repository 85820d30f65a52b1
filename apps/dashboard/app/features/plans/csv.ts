import { listPlans } from "@tenantry/core/plans/list";
import { plansCsv } from "@tenantry/core/plans/list-csv";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/csv";
import { readPlansAddress } from "./list-address.server.ts";

/** The list as a file: the same search and filters, every page of it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "plan.list");
  const { q: search, cursor: _, ...asked } = readPlansAddress(request);
  const plans = [];
  let cursor: string | undefined;
  do {
    const page = await load(listPlans(ctx, { ...asked, search, limit: 100, cursor }));
    plans.push(...page.plans);
    cursor = page.next ?? undefined;
  } while (cursor);
  const t = wordsFor(request, ctx);
  const csv = plansCsv(plans, {
    name: t("plans:column.name"),
    internalName: t("plans:form.internalName"),
    version: t("plans:column.version"),
    visibility: t("plans:column.visibility"),
    resellers: t("plans:column.resellers"),
    visibilityOf: (visibility) => t(`plans:visibility.${visibility}`),
    priceOf: (currency, interval) => t(`plans:form.${interval}`, { currency }),
    meterOf: (meter) => t(`usage:meter.${meter}`, { defaultValue: meter }),
  });
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="plans.csv"',
    },
  });
}
