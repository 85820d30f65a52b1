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

const allowed: Record<keyof ListAddress, RegExp> = {
  q: /^.{1,200}$/s,
  status: /^(active|inactive|archived)$/,
  type: /^(own_plans|commission)$/,
  plan: /^[0-9a-f-]{36}$/,
  sort: /^-?(name|joined)$/,
  cursor: /^[\w.-]{1,1000}$/,
};

export function readAddress(params: URLSearchParams): ListAddress {
  const known = Object.entries(allowed).flatMap(([name, form]) => {
    const value = params.get(name)?.trim();
    return value && form.test(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(known) as ListAddress;
}

/** The list's address with `change` applied. Every change but paging starts from the first page again. */
export function addressWith(
  now: ListAddress,
  change: Partial<Record<keyof ListAddress, string | undefined>>,
): string {
  const next = { ...now, cursor: undefined, ...change };
  const params = new URLSearchParams(
    Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return params.size > 0 ? `/resellers?${params}` : "/resellers";
}
