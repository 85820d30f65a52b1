import { signedIn } from "../../request/gate.server.ts";
import type { Route } from "./+types/reseller-csv";
import { usageFile } from "./csv.server.ts";

/** A reseller's usage, for its agency. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  return usageFile(request, signedIn(context, request, "agency").ctx, params.id);
}
