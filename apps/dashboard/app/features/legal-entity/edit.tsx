import "../../words/legal-entity.ts";
import { rateAsTyped, rateFromTyped } from "@tenantry/core/commissions/typed-rate";
import { may } from "@tenantry/core/kernel/authorize";
import { spacedIban } from "@tenantry/core/legal-entities/bank";
import { readLegalEntity } from "@tenantry/core/legal-entities/read";
import { updateLegalEntity } from "@tenantry/core/legal-entities/update";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { fieldsOf, load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { countryChoices } from "../customers/form-options.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/edit";
import { LegalEntity } from "./edit-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "legal-entity.read");
  const { name, address, country, taxId, taxBps, iban, bic } = await load(readLegalEntity(ctx, {}));
  return {
    open: openPages(user, ctx.tenant),
    countries: countryChoices(),
    values: {
      ...{ name, address, country: country ?? "", taxId: taxId ?? "", taxBps: rateAsTyped(taxBps) },
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
  const outcome = await submitProven(request, ctx, form, (proven) => updateLegalEntity(proven, input));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("legal-entity:saved");
  return redirectSaying(ctx, "/settings/legal-entity", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...facts } = loaderData;
  return <LegalEntity {...facts} state={actionData?.state ?? { values }} />;
}
