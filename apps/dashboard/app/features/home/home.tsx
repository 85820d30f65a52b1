import { readAllowances } from "@tenantry/core/allowances/read";
import { readTogether } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { usageDays } from "@tenantry/core/usage/index";
import { redirect } from "react-router";
import { faceOf, pageOf, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { attentionOf } from "../attention/items.server.ts";
import { summaryOf } from "../plans/summary.server.ts";
import { chartOf, monthLeft, usesOf } from "../usage/facts.server.ts";
import type { Route } from "./+types/home";
import { ResellerHome } from "./reseller-home-screen.tsx";

/** The first page of a reseller; agencies and distributors start at their resellers, a customer at its account, an operator at the agencies. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const face = faceOf(pageOf(context).ctx);
  if (face === "operator") throw redirect("/agencies");
  const { ctx, tenant, user } = signedIn(context, request, "agency", "reseller");
  if (user.accountKind === "customer") throw redirect("/account");
  if (face === "agency") throw redirect("/resellers");
  if (tenant.kind === "distributor") throw redirect("/resellers");
  const [reseller, usage, attention, own] = await load(
    readTogether(
      ctx,
      async (ask) =>
        [
          await ask(readReseller, { id: tenant.accountId }),
          await ask(usageDays, {}),
          await attentionOf(ask, false),
          await ask(readAllowances, {}),
        ] as const,
    ),
  );
  const plan = reseller.plan && summaryOf(reseller.plan);
  const { end, daysLeft } = monthLeft(usage.to);
  return {
    attention,
    period: { from: usage.from, to: usage.to, daysLeft },
    uses: usesOf(usage, plan, daysLeft, own.meters),
    usage: chartOf(usage, end, "/usage.csv"),
    plan,
    salesStopped: tenant.status === "sales_stopped",
    supportEmail: tenant.caretakerEmail ?? reseller.supportEmail ?? undefined,
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <ResellerHome {...loaderData} />;
}
