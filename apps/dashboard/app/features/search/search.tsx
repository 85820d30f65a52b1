import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/search";
import { queryOf, readHits } from "./hits.server.ts";
import { SearchResults } from "./search-screen.tsx";

const perKind = 20;

/** What the header's field leads to where there is no script: everything found, by kind. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "search.find");
  const query = queryOf(request);
  return { query, groups: await load(readHits(ctx, query, perKind)) };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <SearchResults {...loaderData} />;
}
