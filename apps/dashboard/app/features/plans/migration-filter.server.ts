import type { ResellerType } from "../resellers/types.ts";

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Whom a migration's address names, for the verb and for the form; what it does not know drops out. */
export function migrationFilter(params: URLSearchParams) {
  const version = Number(params.get("version"));
  const dayOf = (name: string) => {
    const value = params.get(name) ?? "";
    return day.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
  };
  const [joinedFrom, joinedTo] = [dayOf("joinedFrom"), dayOf("joinedTo")];
  const type = (["own_plans", "commission"] as ResellerType[]).find((one) => one === params.get("type"));
  const one = Number.isSafeInteger(version) && version > 0 && version < 1_000_000 ? version : undefined;
  return {
    filter: { versions: one ? [one] : undefined, type, joinedFrom, joinedTo },
    values: { version: one ? String(one) : "", type: type ?? "", joinedFrom, joinedTo },
  };
}
