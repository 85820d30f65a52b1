import { rowStates } from "@tenantry/core/reseller-imports/schemas";
import { readListAddress } from "../../request/list-address.server.ts";
import type { RowState } from "./types.ts";

const forms = { state: new RegExp(`^(${rowStates.join("|")})$`) };

/** What the address of a file's rows says. The form lets the verb's own states through and no others. */
export function readRowsAddress(request: Request) {
  const address = readListAddress(request, forms);
  return { ...address, state: address.state as RowState | undefined };
}
