import { rowStates } from "@tenantry/core/imports/schemas";
import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";
import type { RowsView } from "./rows-card.tsx";
import type { RowState } from "./types.ts";

const forms = { state: new RegExp(`^(${rowStates.join("|")})$`) };

/** Rows of a file on one page. */
export const perPage = 25;

/** What the address of a file's rows says. The form lets the verb's own states through and no others. */
export function readRowsAddress(request: Request) {
  const address = readListAddress(request, forms);
  return { ...address, state: address.state as RowState | undefined };
}

/** The filter and the pages of a file's rows, as links. */
export function rowsView(
  path: string,
  address: ReturnType<typeof readRowsAddress>,
  ends: { next: string | null; previous: string | null },
): RowsView {
  const to = (change: Record<string, string | undefined>) => listAddressWith(path, address, change);
  return {
    applied: address.state && { state: address.state, removeTo: to({ state: undefined }) },
    choices: rowStates.map((state) => ({ state, to: to({ state }) })),
    paging: {
      perPage,
      next: ends.next ? to({ cursor: ends.next }) : undefined,
      previous: ends.previous ? to({ cursor: ends.previous }) : undefined,
    },
  };
}
