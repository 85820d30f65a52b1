/** What the list's address says; anything it does not know drops out. */
export interface PlansAddress {
  q?: string;
  state?: "live" | "unpublished" | "archived" | "all";
  visibility?: "all" | "chosen" | "none";
  sort?: "name" | "-name" | "created" | "-created";
  cursor?: string;
}

const allowed: Record<keyof PlansAddress, RegExp> = {
  q: /^.{1,200}$/s,
  state: /^(live|unpublished|archived|all)$/,
  visibility: /^(all|chosen|none)$/,
  sort: /^-?(name|created)$/,
  cursor: /^[\w.-]{1,1000}$/,
};

export function readPlansAddress(params: URLSearchParams): PlansAddress {
  const known = Object.entries(allowed).flatMap(([name, form]) => {
    const value = params.get(name)?.trim();
    return value && form.test(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(known) as PlansAddress;
}

/** The list's address with `change` applied. Every change but paging starts from the first page again. */
export function plansAt(
  now: PlansAddress,
  change: Partial<Record<keyof PlansAddress, string | undefined>>,
  path = "/plans",
): string {
  const next = { ...now, cursor: undefined, ...change };
  const params = new URLSearchParams(
    Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return params.size > 0 ? `${path}?${params}` : path;
}
