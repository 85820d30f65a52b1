import type { PersonState } from "./types.ts";

/** What the list's address says; anything it does not know drops out. */
export interface ListAddress {
  q?: string;
  role?: "owner" | "admin" | "finance" | "support" | "viewer";
  state?: PersonState;
  sort?: "name" | "-name" | "seen" | "-seen" | "joined" | "-joined";
  cursor?: string;
}

export const roleValues = ["owner", "admin", "finance", "support", "viewer"] as const;
export const stateValues = ["active", "invited", "disabled"] as const;

const allowed: Record<keyof ListAddress, RegExp> = {
  q: /^.{1,200}$/s,
  role: new RegExp(`^(${roleValues.join("|")})$`),
  state: new RegExp(`^(${stateValues.join("|")})$`),
  sort: /^-?(name|seen|joined)$/,
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
  base: string,
  now: ListAddress,
  change: Partial<Record<keyof ListAddress, string | undefined>>,
): string {
  const next = { ...now, cursor: undefined, ...change };
  const params = new URLSearchParams(
    Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return params.size > 0 ? `${base}?${params}` : base;
}
