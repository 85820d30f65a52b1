import type { RowProblem } from "@tenantry/db/schema";
import { accounts } from "@tenantry/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { isAppError } from "../kernel/errors.ts";
import { parseInput } from "../kernel/input.ts";
import type { Run } from "../kernel/verb.ts";
import { checkNewReseller } from "../resellers/check-new.ts";
import { createInput } from "../resellers/schemas.ts";
import { loginHost } from "../tenancy/origin.ts";
import type { rowInput } from "./row-input.ts";

type Input = ReturnType<typeof rowInput>;

/** What the fields of a row alone have wrong: by the very rules that creating goes by. Pure. */
export function problemsIn(input: Input): RowProblem[] {
  try {
    parseInput(createInput, input, checkNewReseller);
    return [];
  } catch (error) {
    if (!isAppError(error) || !error.fields) throw error;
    return error.fields;
  }
}

/** What must be one row's alone, by the line it is first given in. */
export function firstLines(rows: { line: number; input: Input }[]) {
  const first = { loginDomain: new Map<string, number>(), externalId: new Map<string, number>() };
  for (const { line, input } of rows) {
    for (const field of ["loginDomain", "externalId"] as const) {
      const value = input[field];
      if (value && !first[field].has(value)) first[field].set(value, line);
    }
  }
  return first;
}

/** Names of these rows that others have already; two statements for all of them. */
export async function takenAmong({ tx, ctx }: Run, inputs: Input[]) {
  const { agencyId } = ctx.tenant;
  const given = (field: "loginDomain" | "externalId") => inputs.flatMap((input) => input[field] ?? []);
  const hosts = given("loginDomain").map((name) => loginHost(ctx.app.config, name));
  const ids = given("externalId");
  const [hostRows, idRows] = await Promise.all([
    tx.execute<{ host: string }>(
      sql`select host from unnest(${sql.param(hosts)}::text[]) host where app.host_taken(host)`,
    ),
    tx
      .select({ externalId: accounts.externalId })
      .from(accounts)
      .where(
        and(
          eq(accounts.agencyId, agencyId),
          eq(accounts.parentId, agencyId),
          inArray(accounts.externalId, ids),
        ),
      ),
  ]);
  const hostsTaken = new Set(hostRows.rows.map(({ host }) => host));
  const idsTaken = new Set(idRows.map(({ externalId }) => externalId));
  return {
    loginDomain: (name: string) => hostsTaken.has(loginHost(ctx.app.config, name)),
    externalId: (id: string) => idsTaken.has(id),
  };
}
