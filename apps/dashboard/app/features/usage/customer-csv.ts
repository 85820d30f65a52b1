import { aboveCustomers } from "../../request/gate.server.ts";
import type { Route } from "./+types/customer-csv";
import { usageFile } from "./csv.server.ts";

/** A customer's usage, for whoever sells to it and for the agency. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  return usageFile(request, aboveCustomers(context, request).ctx, { accountId: params.id });
}
