import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { passwordMatches } from "../identity/passwords.ts";
import { networkOf, refuseTooMany } from "../identity/throttle.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { openOperatorSession } from "./open-session.ts";
import { record } from "./record.ts";
import { signInInput, started } from "./schemas.ts";

const tries = 8;

/** Signs an operator in on the installation's own host. Unknown and wrong are told alike and take alike. */
export const signInOperator = operatorVerb("operator-session.create", "command", {
  input: signInInput,
  output: started,
  prepare: async (read, input, ctx) => {
    // The count is committed by itself: a refused try must stay counted.
    const { wait, operator } = await read(async (tx) => ({
      wait: await countTry(tx, keyOf(ctx, input.email)),
      operator: await findOperator(tx, input.email),
    }));
    refuseTooMany(wait);
    const matches = await passwordMatches(operator?.hash ?? undefined, input.password);
    if (!matches || !operator) throw new AppError("wrong_credentials");
    return operator;
  },
  run: async (tx, input, ctx, { id, hash }) => {
    const now = await findOperator(tx, input.email);
    if (now?.hash !== hash) throw new AppError("wrong_credentials");
    await tx.execute(sql`delete from platform.operator_throttles where key = ${keyOf(ctx, input.email)}`);
    await record(tx, ctx, "operator-session.create", id);
    return openOperatorSession(tx, ctx, id);
  },
});

async function findOperator(tx: Tx, email: string) {
  const { rows } = await tx.execute<{ id: string; hash: string | null }>(
    sql`select id, password_hash as hash from platform.operators where email_ci = ${email.toLowerCase()}`,
  );
  return rows[0];
}

/** Counts one try; answers the seconds to wait, 0 for none. */
async function countTry(tx: Tx, key: string): Promise<number> {
  const { rows } = await tx.execute<{ hits: number; wait: string }>(sql`
    insert into platform.operator_throttles as t (key, hits, window_ends_at)
    values (${key}, 1, now() + interval '5 minutes')
    on conflict (key) do update set
      hits = case when t.window_ends_at <= now() then 1 else t.hits + 1 end,
      window_ends_at = case when t.window_ends_at <= now() then excluded.window_ends_at else t.window_ends_at end
    returning hits, extract(epoch from window_ends_at - now()) as wait`);
  const { hits, wait } = rows[0]!;
  return hits > tries ? Math.ceil(Number(wait)) : 0;
}

function keyOf(ctx: Ctx, email: string): string {
  return `${email.toLowerCase()}:${networkOf(ctx.ip)}`;
}
