import type { z } from "zod";
import { openCursor, signCursor } from "../kernel/cursor.ts";
import { statementName } from "../kernel/statement-name.ts";
import { query, type Run } from "../kernel/verb.ts";
import { teamAccount } from "./account.ts";
import { listStatement, type Place } from "./list-sql.ts";
import { listInput, teamPage } from "./schemas.ts";

type Filter = z.output<typeof listInput>;
export type PersonRow = Omit<z.output<typeof teamPage>["people"][number], "you"> & { key: string };

/** One page of an account's people: searched, filtered, sorted; `next` and `previous` are cursors. */
export const listTeam = query("team.list", {
  input: listInput,
  output: teamPage,
  object: ({ accountId }) => (accountId ? { table: "accounts", id: accountId } : undefined),
  run: async (run, filter) => {
    const { tenant, actor, securityNow } = run.ctx;
    const place = placeOf(run, filter);
    const account = await teamAccount(run, filter.accountId);
    const bound = [tenant.agencyId, account.id, securityNow];
    const { text, values, backwards } = listStatement(bound, filter, place);
    const found = await run.last<PersonRow>(statementName(text), text, values);
    const more = found.length > filter.limit;
    const rows = found.slice(0, filter.limit);
    if (backwards) rows.reverse();
    return {
      people: rows.map((row) => ({ ...row, you: actor.kind === "user" && actor.userId === row.userId })),
      next: cursorAt(run, filter, "next", backwards || more ? rows.at(-1) : undefined),
      previous: cursorAt(run, filter, "previous", (backwards ? more : place) ? rows[0] : undefined),
    };
  },
});

function placeOf(run: Run, filter: Filter): Place | undefined {
  if (!filter.cursor) return undefined;
  const { secret } = run.ctx.app.config;
  const [direction, key, id] = openCursor(secret, binding(run, filter), filter.cursor) as [
    Place["direction"],
    string,
    string,
  ];
  return { direction, key, id };
}

function cursorAt(run: Run, filter: Filter, direction: Place["direction"], row: PersonRow | undefined) {
  if (!row) return null;
  return signCursor(run.ctx.app.config.secret, binding(run, filter), [direction, row.key, row.userId]);
}

/** A cursor is good for the account, filter and order it was made under, and for no other. */
function binding({ ctx }: Run, { cursor: _, limit: __, ...question }: Filter): string {
  return `team.list ${ctx.scope.agency} ${ctx.scope.account} ${JSON.stringify(question, Object.keys(question).sort())}`;
}
