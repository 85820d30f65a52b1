/** What a person may be in an account. Who may do what stands in policy.ts, by these and the account's kind. */
export const roles = ["owner", "admin", "finance", "support", "viewer", "member"] as const;
export type Role = (typeof roles)[number];

/** Kinds of account in the one tree. */
export type AccountKind = "agency" | "distributor" | "reseller" | "vendor" | "customer";

/** Two letters: whose person (Agency, Reseller, Customer) and which role. A distributor's people count as R. */
export const principals = [
  ...["AO", "AA", "AF", "AS", "AV"],
  ...["RO", "RA", "RF", "RS", "RV"],
  ...["CO", "CM"],
] as const;

/** Roles that exist in an account of this kind. */
export function rolesOf(kind: AccountKind): readonly Role[] {
  return kind === "customer" ? ["owner", "member"] : ["owner", "admin", "finance", "support", "viewer"];
}

/** The principal of a role in an account, for the policy table. */
export function principalOf(kind: AccountKind, role: Role): string {
  const side = kind === "agency" ? "A" : kind === "customer" ? "C" : "R";
  return side + role.charAt(0).toUpperCase();
}
