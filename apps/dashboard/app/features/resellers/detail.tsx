import { readAllowances } from "@tenantry/core/allowances/read";
import { brandCss } from "@tenantry/core/branding/css";
import { readDelegation } from "@tenantry/core/delegations/read";
import { featuresOf } from "@tenantry/core/features/of-account";
import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { usageDays } from "@tenantry/core/usage/index";
import { Outlet } from "react-router";
import { aboveResellers, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { saveBrand } from "../branding/save.server.ts";
import { readRateCard } from "../commissions/rate-card.server.ts";
import { readPayoutCurrencyCard } from "../payout-currencies/card.server.ts";
import { chartOf, monthLeft, usesOf } from "../usage/facts.server.ts";
import { readWholesaleCard } from "../wholesale/card.server.ts";
import type { Route } from "./+types/detail";
import { ResellerDetail } from "./detail-screen.tsx";
import { contactOf, headOf, invitationOf, restorableUntil } from "./facts.server.ts";
import { rightsOf } from "./list-data.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveResellers(context, request);
  requireVerb(ctx, "reseller.read");
  const { id } = params;
  const rights = rightsOf(ctx);
  const beneath = !rights.ofAgency;
  const [reseller, usage, above] = await load(
    readTogether(
      ctx,
      async (ask) =>
        [
          await ask(readReseller, { id }),
          await ask(usageDays, { accountId: id, beneath }),
          // What the agency sets, gives and releases is the agency's to see.
          beneath
            ? undefined
            : {
                delegation: await ask(readDelegation, { id }),
                rate: await readRateCard(ask, ctx, "reseller", id),
                paidIn: await readPayoutCurrencyCard(ask, ctx, id),
                wholesale: await readWholesaleCard(ask, ctx, id),
                ...(await ask(featuresOf, { accountId: id })),
                ...(await ask(readAllowances, { accountId: id })),
              },
        ] as const,
      { beneath },
    ),
  );
  const head = headOf(reseller);
  const { end, daysLeft } = monthLeft(usage.to);
  const { archivedAt, color, name, supportEmail } = reseller;
  return {
    reseller: head,
    contact: contactOf(reseller),
    invitation: invitationOf(reseller, ctx.app.config.demo),
    uses: usesOf(usage, head.plan, daysLeft, above?.meters),
    usage: chartOf(usage, end, `/resellers/${id}/usage.csv`),
    brand:
      !beneath && may(ctx.actor, "brand.update")
        ? { name, colour: color, supportEmail, previewCss: brandCss(color, ".preview") }
        : undefined,
    archived: archivedAt
      ? { at: archivedAt, restorableUntil: restorableUntil(archivedAt), erasedAt: reseller.erasedAt }
      : undefined,
    featureNames: above?.features.filter(({ has }) => has).map((one) => one.name),
    supportEmail,
    allowances: above?.meters,
    // What hangs on somebody else is given by them; the agency can take that away.
    change: may(ctx.actor, "allowance.set")
      ? reseller.upline
        ? ("remove" as const)
        : ("give" as const)
      : undefined,
    rights,
    upline: reseller.upline,
    stoppedAbove: reseller.stoppedAbove,
    stoppedBy: (reseller.stoppedByUpline && reseller.upline) || undefined,
    delegation: above?.delegation,
    rate: above?.rate,
    // Only who earns something is paid.
    paidIn: above?.rate && above.paidIn,
    wholesale: above?.wholesale,
    onlinePayments: reseller.onlinePayments ?? undefined,
  };
}

/** Sets the reseller's brand, the one form of its page. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const outcome = await saveBrand(ctx, await request.formData(), params.id);
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("branding:saved");
  return redirectSaying(ctx, `/resellers/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const brand = loaderData.brand && { ...loaderData.brand, state: actionData?.state };
  return (
    <ResellerDetail {...loaderData} brand={brand}>
      <Outlet />
    </ResellerDetail>
  );
}
