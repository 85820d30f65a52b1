import type { listAgencies } from "@tenantry/core/agencies/list";
import type { listMails } from "@tenantry/core/operators/mails";
import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";

export const agencyStatuses = ["active", "suspended"] as const;
export const mailStates = ["queued", "sent", "failed", "dropped"] as const;

const agencyForms = { q: /^.{1,200}$/s, status: oneOf(agencyStatuses), sort: /^-?(name|created)$/ };
const mailForms = { q: /^.{1,200}$/s, state: oneOf(mailStates), sort: /^-?made$/ };

/** What the agencies' address says, and the question it asks. */
export function readAgenciesAddress(request: Request) {
  const address = readListAddress(request, agencyForms);
  const { q: search, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, ...rest } as Parameters<typeof listAgencies>[1] };
}

/** What the outbox's address says, and the question it asks. */
export function readOutboxAddress(request: Request) {
  const address = readListAddress(request, mailForms);
  const { q: search, ...rest } = address;
  return { address, question: { search, ...rest } as Parameters<typeof listMails>[1] };
}

type Address = Record<string, string | undefined>;

/** What page and toolbar of a list need of its address: `by` is its one filter. */
export function viewOf(path: string, address: Address, by: string, choices: readonly string[]) {
  const { q, cursor: _, ...keep } = address;
  const value = address[by];
  const to = (change: Address) => listAddressWith(path, address, change);
  return {
    query: q ?? "",
    keep: Object.entries(keep).filter((entry): entry is [string, string] => entry[1] !== undefined),
    applied: value === undefined ? undefined : { value, removeTo: to({ [by]: undefined }) },
    choices: choices.map((choice) => ({ value: choice, to: to({ [by]: choice }) })),
    clearTo: path,
    exportTo: listAddressWith(`${path}.csv`, address, {}),
  };
}

/** The links under a list. */
export function pagingOf(
  path: string,
  address: Address,
  perPage: number,
  { next, previous }: { next: string | null; previous: string | null },
) {
  const at = (cursor: string | null) => (cursor ? listAddressWith(path, address, { cursor }) : undefined);
  return { perPage, next: at(next), previous: at(previous) };
}

function oneOf(values: readonly string[]): RegExp {
  return new RegExp(`^(${values.join("|")})$`);
}
