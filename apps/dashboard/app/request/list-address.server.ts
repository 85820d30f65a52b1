import { data } from "react-router";

export const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A day that there is: the 31st of April would be an error of the verb's, on a page that has no field for it. */
export const calendarDay = {
  test: (text: string) => {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
    return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  },
};

/** Tells whether a parameter has its form. */
type Form = Pick<RegExp, "test">;

/** What a list's address says. `Known` names its parameters; `cursor` is the place to read from. */
type Address<Known extends string> = { [name in Known | "cursor"]?: string };

/**
 * The parameters of a list's address that have the form given for them; anything else drops out, and the page shows what
 * it went by. A search is cut to the length its list takes: its field then shows what was looked for.
 */
export function readListAddress<Known extends string>(
  request: Request,
  forms: Record<Known, Form>,
  longestSearch = 200,
): Address<Known> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname.endsWith(".csv")) return readStrictAddress(searchParams, forms, longestSearch);
  return known(searchParams, forms, longestSearch);
}

/**
 * The same where nobody sees what it goes by: a file, or what is done to all that a list finds. One of everything would
 * pass for the one asked for, so a value that the list does not know leads nowhere.
 */
export function readStrictAddress<Known extends string>(
  params: URLSearchParams,
  forms: Record<Known, Form>,
  longestSearch = 200,
): Address<Known> {
  const address = known(params, forms, longestSearch);
  const isUnknown = (name: string) => params.get(name)?.trim() && !(name in address);
  if (Object.keys(forms).some(isUnknown)) throw data(null, { status: 404 });
  return address;
}

function known<Known extends string>(
  params: URLSearchParams,
  forms: Record<Known, Form>,
  longestSearch: number,
): Address<Known> {
  const found = Object.entries<Form>({ ...forms, cursor: /^[\w.-]{1,1000}$/ }).flatMap(([name, form]) => {
    const given = params.get(name)?.trim();
    const value = name === "q" ? given?.slice(0, longestSearch).replace(/[\ud800-\udbff]$/, "") : given;
    // No text of ours holds a NUL, and the database takes none.
    return value && form.test(value) && !value.includes("\0") ? [[name, value]] : [];
  });
  return Object.fromEntries(found);
}

/** A list's address with `change` applied. Every change but paging starts from the first page again. */
export function listAddressWith(
  path: string,
  now: Record<string, string | undefined>,
  change: Record<string, string | undefined>,
): string {
  const next: typeof now = { ...now, cursor: undefined, ...change };
  const params = new URLSearchParams(
    Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return params.size > 0 ? `${path}?${params}` : path;
}

/** Where a click on a column's head leads, and how the list is ordered by it now. A second click turns it round. */
export function sortLinks(
  path: string,
  address: Record<string, string | undefined>,
  now: string,
  column: string,
): { to: string; now?: "ascending" | "descending" } {
  const turned = now === column ? `-${column}` : column;
  return {
    to: listAddressWith(path, address, { sort: turned }),
    now: now === column ? "ascending" : now === `-${column}` ? "descending" : undefined,
  };
}
