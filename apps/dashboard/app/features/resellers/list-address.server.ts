import { resellerNeeds } from "@tenantry/core/attention/schemas";
import { listAddressWith, readListAddress, readStrictAddress } from "../../request/list-address.server.ts";
import type { ResellerNeed, ResellerStatus, ResellerType } from "./types.ts";

/** What the list's address says; anything it does not know drops out. */
export interface ListAddress {
  q?: string;
  status?: ResellerStatus | "archived";
  type?: ResellerType;
  plan?: string;
  /** An upline's id, or "agency" for the agency's own. */
  under?: string;
  country?: string;
  needs?: ResellerNeed;
  sort?: "name" | "-name" | "joined" | "-joined";
  cursor?: string;
}

const forms = {
  q: /^.{1,200}$/s,
  status: /^(active|sales_stopped|inactive|stopped|archived)$/,
  type: /^(own_plans|commission)$/,
  plan: /^[0-9a-f-]{36}$/,
  under: /^([0-9a-f-]{36}|agency)$/,
  country: /^[A-Z]{2}$/,
  needs: new RegExp(`^(${resellerNeeds.join("|")})$`),
  sort: /^-?(name|joined)$/,
};

export function readAddress(request: Request): ListAddress {
  // The forms above let exactly these values through.
  return readListAddress(request, forms) as ListAddress;
}

/** The same of a bulk change, which goes by the filters asked for or nowhere. */
export function readBulkAddress(params: URLSearchParams): ListAddress {
  return readStrictAddress(params, forms) as ListAddress;
}

/** What the list's verb is asked for an address, but for paging. */
export function questionOf({ q: search, status, type, plan: planId, under: uplineId, ...rest }: ListAddress) {
  const { country, needs, sort } = rest;
  return { search, status, type, planId, uplineId, country, needs, sort };
}

/** The same search and filters, as a file of all pages. */
export function csvAddress(now: ListAddress): string {
  return listAddressWith("/resellers.csv", { ...now }, {});
}

/** Where this search, these filters and this order are kept under a name; undefined for the plain list. */
export function saveAddress({ cursor: _, ...now }: ListAddress): string | undefined {
  const narrowed = Object.values(now).some((value) => value !== undefined);
  return narrowed ? listAddressWith("/resellers/views/new", now, {}) : undefined;
}

/** The list's address with `change` applied. Every change but paging starts from the first page again. */
export function addressWith(
  now: ListAddress,
  change: Partial<Record<keyof ListAddress, string | undefined>>,
): string {
  return listAddressWith("/resellers", { ...now }, change);
}
