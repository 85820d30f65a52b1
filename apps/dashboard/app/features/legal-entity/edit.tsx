import "../../words/legal-entity.ts";
import { rateAsTyped, rateFromTyped } from "@tenantry/core/commissions/typed-rate";
import { may } from "@tenantry/core/kernel/authorize";
import { spacedIban } from "@tenantry/core/legal-entities/bank";
import { previewPrices } from "@tenantry/core/legal-entities/preview-prices";
import { readLegalEntity } from "@tenantry/core/legal-entities/read";
import { updateLegalEntity } from "@tenantry/core/legal-entities/update";
import { data } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, load, redirectSaying, refused, typedIn } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { countryChoices } from "../customers/form-options.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/edit";
import { LegalEntity } from "./edit-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "legal-entity.read");
  const { name, address, country, taxId, taxBps, iban, bic, pricesIncludeTax } = await load(
    readLegalEntity(ctx, {}),
  );
  return {
    open: openPages(user, ctx.tenant),
    countries: countryChoices(),
    values: {
      ...{ name, address, country: country ?? "", taxId: taxId ?? "", taxBps: rateAsTyped(taxBps) },
      prices: pricesIncludeTax ? "gross" : "net",
      ...{ iban: iban ? spacedIban(iban) : "", bic: bic ?? "" },
    },
    fixed: !may(user, "legal-entity.update"),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  const form = await request.formData();
  const { name = "", address = "" } = fieldsOf(form, "name", "address");
  const { country = null, taxId = null, taxBps = "" } = fieldsOf(form, "country", "taxId", "taxBps");
  const { iban = null, bic = null } = fieldsOf(form, "iban", "bic");
  const input = { iban, bic, name, address, country, taxId, taxBps: rateFromTyped(taxBps, user.language) };
  const prices = String(form.get("prices") ?? "");
  const [seenPrices, seenCount] = String(form.get("seen") ?? "").split(" ");
  const meaning = prices === "gross" || prices === "net" ? { pricesIncludeTax: prices === "gross" } : {};
  const subscriptionsSeen = seenPrices === prices ? Number(seenCount) : undefined;
  const outcome = await submitProven(request, ctx, form, (proven) =>
    updateLegalEntity(proven, { ...input, ...meaning, subscriptionsSeen }),
  );
  if ("state" in outcome) {
    const unseen = outcome.code === "conflict" || outcome.state.errors?.subscriptionsSeen;
    if (!unseen || meaning.pricesIncludeTax === undefined) return refused(outcome);
    const { pricesIncludeTax } = meaning;
    const asked = { pricesIncludeTax, taxId: input.taxId, taxBps: input.taxBps };
    return data({ state: { values: typedIn(form) }, coming: await load(previewPrices(ctx, asked)) });
  }
  const fact = wordsFor(request, ctx)("legal-entity:saved");
  return redirectSaying(ctx, "/settings/legal-entity", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...facts } = loaderData;
  const coming = actionData && "coming" in actionData ? actionData.coming : undefined;
  return <LegalEntity {...facts} state={actionData?.state ?? { values }} coming={coming} />;
}
