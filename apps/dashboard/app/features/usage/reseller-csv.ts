import { aboveResellers } from "../../request/gate.server.ts";
import type { Route } from "./+types/reseller-csv";
import { usageFile } from "./csv.server.ts";

/** A reseller's usage, for whoever it hangs on. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveResellers(context, request);
  return usageFile(request, ctx, { accountId: params.id, beneath: tenant.kind !== "agency" });
}
