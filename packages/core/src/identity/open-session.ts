import { sessions } from "@tenantry/db/schema";
import { ownScope } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { hashSecret } from "./secrets.ts";
import { lifetimeOf } from "./session-actor.ts";
import { startSession } from "./sessions.ts";

interface Member {
  userId: string;
  accountId: string;
  mustChangePassword: boolean;
}

/** Starts and stores a session on this host for a user in one of their accounts. */
export async function openSession({ ctx, tx }: Run, member: Member) {
  const { id, secret, token, expiresAt, endsAt } = await startSession(
    member.userId,
    lifetimeOf(ctx.tenant),
    ctx.securityNow,
  );
  await tx.insert(sessions).values({
    ...ownScope(ctx.tenant),
    id,
    userId: member.userId,
    accountId: member.accountId,
    host: ctx.tenant.host,
    secretHash: hashSecret(secret),
    expiresAt,
    endsAt,
    ip: ctx.ip,
    userAgent: ctx.userAgent,
  });
  return { token, endsAt, mustChangePassword: member.mustChangePassword };
}
