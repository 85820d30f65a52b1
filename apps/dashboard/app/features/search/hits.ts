import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/hits";
import { queryOf, readHits } from "./hits.server.ts";
import type { HitsAnswer } from "./types.ts";

const perKind = 6;

/** What the palette shows while somebody types. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "search.find");
  const query = queryOf(request);
  const groups = await load(readHits(ctx, query, perKind));
  return Response.json({ query, groups } satisfies HitsAnswer);
}
