import type { KeyScope } from "./key-scopes.ts";

export const everyAgency = "AO AA AF AS AV";
export const everyReseller = "RO RA RF RS RV";
export const everyone = `${everyAgency} ${everyReseller} CO CM`;

/** What the policy says of a verb (policy.ts). */
export interface Row {
  people: string;
  key?: KeyScope;
  stepUp?: true;
}
