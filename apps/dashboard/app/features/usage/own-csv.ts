import { signedIn } from "../../request/gate.server.ts";
import type { Route } from "./+types/own-csv";
import { usageFile } from "./csv.server.ts";

/** The signed-in account's own usage. */
export function loader({ request, context }: Route.LoaderArgs) {
  return usageFile(request, signedIn(context, request, "agency", "reseller").ctx);
}
