import { listAllowances } from "@tenantry/core/allowances/list";
import { updateAllowancePool } from "@tenantry/core/allowances/update-pool";
import { missingRight } from "@tenantry/core/delegations/rules";
import { may } from "@tenantry/core/kernel/authorize";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { listAddressWith, sortLinks } from "../../request/list-address.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { pagingOf, viewOf } from "../operator/list-address.server.ts";
import { unitsOf } from "../plans/typed.server.ts";
import type { Route } from "./+types/list";
import { modeFilters, readAllowancesAddress } from "./list-address.server.ts";
import { Allowances } from "./list-screen.tsx";

const path = "/allowances";
const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "allowance.list");
  const { address, question } = readAllowancesAddress(request);
  const page = await load(listAllowances(ctx, { ...question, limit: perPage }), request);
  const own = page.pool.accountId === ctx.scope?.account;
  const mayGive = own && may(ctx.actor, "allowance.set");
  return {
    ofAgency: faceOf(ctx) === "agency",
    of: own ? undefined : page.pool.name,
    kind: page.kind,
    pool: page.pool,
    meters: page.meters.map((meter) => ({ meter, to: listAddressWith(path, address, { meter }) })),
    rows: page.allowances,
    view: viewOf(path, address, "mode", modeFilters),
    sort: sortLinks(path, address, question.sort ?? "name", "name"),
    paging: pagingOf(path, address, perPage, page),
    mayGive,
    // How far it promises is its own to say, whatever a distributor's ceiling lets it change of its resellers.
    mayChange: mayGive && !(tenant.kind === "distributor" && missingRight(tenant.delegation, "edit")),
  };
}

/** Says how far a meter is promised, the one form of the page. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const meter = String(form.get("meter") ?? "");
  const typed = (name: string) => unitsOf(String(form.get(name) ?? ""));
  const units = form.has("grantedUnits") ? (typed("grantedUnits") ?? null) : undefined;
  const outcome = await submit(form, () =>
    updateAllowancePool(ctx, {
      meter,
      ratioPercent: numeric(typed("ratioPercent")),
      grantedUnits: units === null ? null : numeric(units),
    }),
  );
  if ("state" in outcome) return refused(outcome);
  const t = wordsFor(request, ctx);
  const fact = t("allowances:ratio.saved", { meter: t(`usage:meter.${meter}`, { defaultValue: meter }) });
  return redirectSaying(ctx, `${path}?meter=${meter}`, { id: ctx.requestId, fact });
}

/** What is no number is refused by the verb, which has the words for it. */
function numeric(typed: number | undefined | "wrong"): number | undefined {
  return typed === "wrong" ? Number.NaN : typed;
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <Allowances {...loaderData} state={actionData?.state} />;
}
