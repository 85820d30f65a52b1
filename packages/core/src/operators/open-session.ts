import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { hashSecret } from "../identity/secrets.ts";
import { staffLifetime, startSession } from "../identity/sessions.ts";
import type { Ctx } from "../kernel/ctx.ts";

/** Starts and stores an operator's session. */
export async function openOperatorSession(tx: Tx, ctx: Ctx, operatorId: string) {
  const { id, secret, token, expiresAt, endsAt } = await startSession(
    operatorId,
    staffLifetime,
    ctx.securityNow,
  );
  await tx.execute(sql`
    insert into platform.operator_sessions (id, operator_id, secret_hash, expires_at, ends_at, ip, user_agent)
    values (${id}, ${operatorId}, ${hashSecret(secret)}, ${expiresAt.toISOString()}, ${endsAt.toISOString()},
      ${ctx.ip}, ${ctx.userAgent})`);
  return { token, endsAt };
}
