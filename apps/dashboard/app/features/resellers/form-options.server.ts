import { languages } from "@tenantry/core/contact/countries";
import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import { originOf } from "@tenantry/core/tenancy/origin";
import { countries } from "../../request/countries.ts";
import type { ResellerFormOptions } from "./form-options.ts";

/** The lists behind the form's selects. */
export function formOptions(
  ctx: Ctx & { tenant: Tenant },
  plans: { id: string; name: string }[],
  home = ctx.tenant.agencyCountry,
): ResellerFormOptions {
  const [before = "", after = ""] = originOf(ctx.app.config, `|.partner.${ctx.app.config.base}`).split("|");
  return {
    countries: countries("en"),
    homeCountry: home,
    languages: languageChoices(),
    plans: plans.map(({ id, name }) => ({ value: id, label: name, isData: true })),
    address: { before, after },
  };
}

/** Whom a new reseller can be put under: the agency itself, or one of its uplines. */
export function uplinesOf(uplines: { id: string; name: string }[], agency: string) {
  if (uplines.length === 0) return undefined;
  const choices = uplines.map(({ id, name }) => ({ value: id, label: name, isData: true }));
  return [{ value: "", label: agency, isData: true }, ...choices];
}

/** Every language in its own words. */
export function languageChoices() {
  return languages.map((language) => ({
    value: language,
    label: new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language,
    isData: true,
  }));
}
