import { policy, type VerbName } from "@tenantry/core/policy";

/** Verbs that read: they leave no entry. */
const reads =
  /\.((list|read|rows|open|find|overview|days|quarantine|countries|verify|preview|export|print|revenue|leakage|summary|usage)|(list|of|by|preview|read)-[a-z-]+)$/;
/** What keeps nothing yet, or is its own record: events, reservations, payments, a draft that is saved at every pause of typing. */
const unrecorded =
  /^(login-domain\.check|second-factor\.start|usage\.(ingest|decide)|reseller-draft\.update|payment-link\.pay|checkout\.answer|payment\.receive)$/;
/** The installation's own, which no tenant sees. */
const installation = /^(operator|agency|mail|demo)/;

/** Actions an entry can be about, for the filter. */
export function auditActions(): VerbName[] {
  const verbs = Object.keys(policy) as VerbName[];
  return verbs.filter((verb) => ![reads, unrecorded, installation].some((form) => form.test(verb))).sort();
}
