import { inPlatform } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { splitToken } from "../identity/secrets.ts";
import { judgeSession, staffLifetime } from "../identity/sessions.ts";
import type { Actor, Ctx } from "../kernel/ctx.ts";
import { tellable } from "../kernel/database-errors.ts";
import { AppError } from "../kernel/errors.ts";
import type { Opened } from "../request.ts";

const nobody: Actor = { kind: "anonymous" };

type OperatorSession = {
  now: string;
  id: string | null;
  secret_hash: Buffer;
  created_at: string;
  expires_at: string;
  ends_at: string;
  operator_id: string;
  name: string;
  email: string;
};

/** Opens a request on the installation's own host: no tenant, no scope; operators only. */
export async function openOperatorRequest(
  base: Pick<Ctx, "app" | "requestId" | "ip" | "userAgent">,
  cookie: string | undefined,
): Promise<Opened> {
  const token = cookie ? splitToken(cookie) : undefined;
  const row = await inPlatform(base.app.pool, async (tx) => {
    const { rows } = await tx.execute<OperatorSession>(sql`
      select now() as now, s.id, s.secret_hash, s.created_at, s.expires_at, s.ends_at, s.operator_id, o.name, o.email
      from (select 1) one
      left join platform.operator_sessions s on s.id = ${token?.id ?? null}
      left join platform.operators o on o.id = s.operator_id`);
    return rows[0]!;
  }).catch((error: unknown) => {
    throw tellable(error, true);
  });
  const now = new Date(row.now);
  const actor = token && row.id ? await judge(base, row, token.secret, now) : undefined;
  const ctx: Ctx = Object.freeze({ ...base, actor: actor ?? nobody, now, securityNow: now });
  return { ctx, staleSession: Boolean(cookie) && !actor };
}

async function judge(
  base: Pick<Ctx, "app">,
  row: OperatorSession,
  secret: string,
  now: Date,
): Promise<Actor | undefined> {
  if (!row.id) throw new AppError("internal");
  const createdAt = new Date(row.created_at);
  const verdict = await judgeSession(
    {
      id: row.id,
      userId: row.operator_id,
      secretHash: row.secret_hash,
      createdAt,
      expiresAt: new Date(row.expires_at),
      endsAt: new Date(row.ends_at),
      validFrom: createdAt,
    },
    secret,
    staffLifetime,
    now,
  );
  if (!verdict.valid) return undefined;
  const { renewTo } = verdict;
  if (renewTo) {
    await inPlatform(base.app.pool, (tx) =>
      tx.execute(sql`update platform.operator_sessions set expires_at = ${renewTo.toISOString()}, last_seen_at = now()
        where id = ${row.id}`),
    );
  }
  return {
    kind: "operator",
    operatorId: row.operator_id,
    sessionId: row.id,
    name: row.name,
    email: row.email,
  };
}
