import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";
import type { ResellerType } from "./types.ts";

/** What the list's address says; anything it does not know drops out. */
export interface ListAddress {
  q?: string;
  status?: "active" | "inactive" | "archived";
  type?: ResellerType;
  plan?: string;
  sort?: "name" | "-name" | "joined" | "-joined";
  cursor?: string;
}

const forms = {
  q: /^.{1,200}$/s,
  status: /^(active|inactive|archived)$/,
  type: /^(own_plans|commission)$/,
  plan: /^[0-9a-f-]{36}$/,
  sort: /^-?(name|joined)$/,
};

export function readAddress(params: URLSearchParams): ListAddress {
  // The forms above let exactly these values through.
  return readListAddress(params, forms) as ListAddress;
}

/** The list's address with `change` applied. Every change but paging starts from the first page again. */
export function addressWith(
  now: ListAddress,
  change: Partial<Record<keyof ListAddress, string | undefined>>,
): string {
  return listAddressWith("/resellers", { ...now }, change);
}
