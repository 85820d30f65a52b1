import "../../words/team.ts";
import { teamCsv } from "@tenantry/core/team/csv";
import { listTeam } from "@tenantry/core/team/list";
import { requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/csv";
import { readAddress } from "./list-address.server.ts";
import { teamOf } from "./place.server.ts";

/** The list as a file: the same search, filter and order, all pages. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, accountId } = teamOf(args);
  requireVerb(ctx, "team.list");
  const { q: search, role, state, sort } = readAddress(args.request);
  const people = [];
  let cursor: string | undefined;
  do {
    const filter = { accountId, search, role, state, sort, cursor, limit: 100 };
    const page = await load(listTeam(ctx, filter));
    people.push(...page.people);
    cursor = page.next ?? undefined;
  } while (cursor);
  const t = wordsFor(args.request, ctx);
  const csv = teamCsv(people, {
    heads: [
      ...["column.person", "csvColumn.email", "column.role", "column.state"],
      ...["csvColumn.joined", "column.seen", "column.sessions", "column.factor"],
    ].map((key) => t(`team:${key}`)),
    role: (role) => t(`common:role.${role}`),
    state: (state) => t(`team:state.${state}`),
    on: (on) => t(on ? "team:yes" : "team:no"),
  });
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="team.csv"',
    },
  });
}
