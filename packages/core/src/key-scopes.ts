/** What an API key can be given. */
export const keyScopes = [
  "resellers:read",
  "resellers:write",
  "customers:read",
  "customers:write",
  "plans:read",
  "plans:write",
  "usage:read",
  "usage:ingest",
  "subscriptions:read",
  "subscriptions:write",
  "invoices:read",
  "invoices:write",
  "commissions:read",
  "access:read",
  "audit:read",
] as const;
export type KeyScope = (typeof keyScopes)[number];
