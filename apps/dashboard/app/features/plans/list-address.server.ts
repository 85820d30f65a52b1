import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";

/** What the list's address says; anything it does not know drops out. */
export interface PlansAddress {
  q?: string;
  state?: "live" | "unpublished" | "archived" | "all";
  visibility?: "all" | "chosen" | "none";
  sort?: "name" | "-name" | "created" | "-created";
  cursor?: string;
}

const forms = {
  q: /^.{1,200}$/s,
  state: /^(live|unpublished|archived|all)$/,
  visibility: /^(all|chosen|none)$/,
  sort: /^-?(name|created)$/,
};

export function readPlansAddress(request: Request): PlansAddress {
  // The forms above let exactly these values through.
  return readListAddress(request, forms) as PlansAddress;
}

/** The list's address with `change` applied. */
export function plansAt(
  now: PlansAddress,
  change: Partial<Record<keyof PlansAddress, string | undefined>>,
  path = "/plans",
): string {
  return listAddressWith(path, { ...now }, change);
}
