import type { listDistributors } from "@tenantry/core/distributors/list";
import { readListAddress } from "../../request/list-address.server.ts";

const forms = {
  q: /^.{1,200}$/s,
  status: /^(active|inactive|archived)$/,
  sort: /^-?(name|joined)$/,
};

type Question = Parameters<typeof listDistributors>[1];

/** What the list's address says, and the question it asks. */
export function readDistributorsAddress(request: Request) {
  const address = readListAddress(request, forms);
  const { q: search, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, ...rest } as Question };
}

type Listed = Awaited<ReturnType<typeof listDistributors>>["distributors"][number];

/** One state for the badge: a deleted one is that and nothing else. */
export function statusOf({ status, archivedAt }: Pick<Listed, "status" | "archivedAt">) {
  if (archivedAt) return "archived" as const;
  return status === "active" ? ("active" as const) : ("inactive" as const);
}
