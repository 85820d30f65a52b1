import { createInstance, type i18n } from "i18next";
import allowances from "./en/allowances.json";
import attention from "./en/attention.json";
import audit from "./en/audit.json";
import branding from "./en/branding.json";
import bulk from "./en/bulk.json";
import common from "./en/common.json";
import home from "./en/home.json";
import identity from "./en/identity.json";
import plans from "./en/plans.json";
import resellerDrafts from "./en/reseller-drafts.json";
import resellers from "./en/resellers.json";
import savedViews from "./en/saved-views.json";
import search from "./en/search.json";
import security from "./en/security.json";
import settings from "./en/settings.json";
import usage from "./en/usage.json";
import { pseudo } from "./pseudo.ts";

export const english = {
  allowances,
  attention,
  audit,
  branding,
  bulk,
  common,
  home,
  identity,
  plans,
  "reseller-drafts": resellerDrafts,
  resellers,
  "saved-views": savedViews,
  search,
  security,
  settings,
  usage,
};
export type Locale = "en" | "pseudo";

/** Words of rooms that few enter: their files bring them along, so that no other page carries them. */
export interface OwnWords {
  "account-exports": typeof import("./en/account-exports.json");
  account: typeof import("./en/account.json");
  clock: typeof import("./en/clock.json");
  commissions: typeof import("./en/commissions.json");
  company: typeof import("./en/company.json");
  distributors: typeof import("./en/distributors.json");
  features: typeof import("./en/features.json");
  "customer-imports": typeof import("./en/customer-imports.json");
  imports: typeof import("./en/imports.json");
  "connected-accounts": typeof import("./en/connected-accounts.json");
  "gateway-accounts": typeof import("./en/gateway-accounts.json");
  customers: typeof import("./en/customers.json");
  invoices: typeof import("./en/invoices.json");
  keys: typeof import("./en/keys.json");
  "legal-entity": typeof import("./en/legal-entity.json");
  operator: typeof import("./en/operator.json");
  "payment-links": typeof import("./en/payment-links.json");
  paper: typeof import("@tenantry/core/words/paper").paperWords;
  payouts: typeof import("./en/payouts.json");
  statements: typeof import("./en/statements.json");
  reports: typeof import("./en/reports.json");
  "reseller-imports": typeof import("./en/reseller-imports.json");
  subscriptions: typeof import("./en/subscriptions.json");
  team: typeof import("./en/team.json");
  transfers: typeof import("./en/transfers.json");
  "upline-stops": typeof import("./en/upline-stops.json");
  webhooks: typeof import("./en/webhooks.json");
}
const made = new Map<Locale, i18n>();
const ownWords: Partial<OwnWords> = {};

/** Adds a room's own words, in every locale that has been made and in those to come. */
export function addWords<N extends keyof OwnWords>(namespace: N, words: OwnWords[N]): void {
  ownWords[namespace] = words;
  for (const [locale, instance] of made)
    instance.addResourceBundle("en", namespace, locale === "pseudo" ? pseudo(words) : words);
}

/** One instance per locale for the life of the process: it holds words only, nothing of a request. */
export function wordsOf(locale: Locale): i18n {
  const known = made.get(locale);
  if (known) return known;
  const words = { ...english, ...ownWords };
  const instance = createInstance({
    lng: "en",
    fallbackLng: "en",
    defaultNS: "common",
    ns: Object.keys(words),
    resources: { en: locale === "pseudo" ? pseudo(words) : words },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  instance.init();
  made.set(locale, instance);
  return instance;
}
