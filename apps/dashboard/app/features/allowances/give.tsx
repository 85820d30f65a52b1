import { previewAllowanceChange } from "@tenantry/core/allowances/preview";
import { readAllowances } from "@tenantry/core/allowances/read";
import { removeAllowance } from "@tenantry/core/allowances/remove";
import { returnAllowance } from "@tenantry/core/allowances/return";
import { setAllowance } from "@tenantry/core/allowances/set";
import { readTogether } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { fieldSentence } from "@tenantry/core/words/index";
import { data } from "react-router";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { unitsOf } from "../plans/typed.server.ts";
import type { Route } from "./+types/give";
import { GiveAllowance } from "./give-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "allowance.set");
  const { accountId, meter } = params;
  const values = valuesOf(new URL(request.url).searchParams);
  const units = unitsOf(values.units);
  const asked = { accountId, meter, mode: values.mode };
  const { own, upline, now, preview } = await load(
    readTogether(ctx, async (ask) => {
      const own = await ask(readAllowances, { accountId });
      // What a distributor gave, the agency can take away and not change.
      const upline =
        faceOf(ctx) === "agency" && own.meters[0]?.kind === "reseller"
          ? (await ask(readReseller, { id: accountId })).upline
          : null;
      if (upline) return { own, upline };
      // What it has now stands in the preview's "before"; nobody's child has none.
      const now = await ask(previewAllowanceChange, { ...asked, units: 0 });
      const preview =
        typeof units === "number" ? await ask(previewAllowanceChange, { ...asked, units }) : undefined;
      return { own, upline, now, preview };
    }),
  );
  const pool = own.meters.find((one) => one.meter === meter);
  if (!pool) throw data(null, { status: 404 });
  const given = now ? now.before : pool.given;
  if (!now && !given) throw data(null, { status: 404 });
  return {
    ...{ accountId, meter, name: own.name, values, given },
    takenUnits: (now ?? pool).takenUnits,
    givenBy: upline?.name,
    wrong: units === "wrong" ? fieldSentence({ pointer: "/units", code: "units_wrong" }) : undefined,
    preview: preview && {
      ...preview,
      sentence: preview.refusal && fieldSentence({ pointer: preview.refusal.field, ...preview.refusal }),
    },
    back: faceOf(ctx) === "agency" ? `/${pool.kind}s/${accountId}` : `/allowances?meter=${meter}`,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const { accountId, meter } = params;
  const t = wordsFor(request, ctx);
  const names = { meter: t(`usage:meter.${meter}`, { defaultValue: meter }) };
  const saying = (fact: string) =>
    redirectSaying(ctx, `/allowances?meter=${meter}`, { id: ctx.requestId, fact });
  const intent = form.get("intent");
  if (intent === "return" || intent === "remove") {
    const takeBack = intent === "return" ? returnAllowance : removeAllowance;
    const outcome = await submit(form, () => takeBack(ctx, { accountId, meter }));
    if ("state" in outcome) return refused(outcome);
    const { name } = outcome.done;
    return saying(t(intent === "return" ? "allowances:back.returned" : "allowances:back.removed", { name }));
  }
  const { mode, units: typed } = valuesOf(
    new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
  );
  const units = unitsOf(typed);
  const outcome = await submit(form, () =>
    setAllowance(ctx, { accountId, meter, mode, units: typeof units === "number" ? units : Number.NaN }),
  );
  if ("state" in outcome) return refused(outcome);
  const { name } = outcome.done;
  const number = new Intl.NumberFormat("en-GB").format(outcome.done.after?.units ?? 0);
  return saying(t("allowances:give.toast", { name, units: number, ...names }));
}

function valuesOf(params: URLSearchParams) {
  const mode = params.get("mode") === "shared" ? ("shared" as const) : ("guaranteed" as const);
  return { mode, units: params.get("units") ?? "" };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <GiveAllowance {...loaderData} state={actionData?.state} />;
}
