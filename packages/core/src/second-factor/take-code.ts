import { recoveryCodes, secondFactors } from "@tenantry/db/schema";
import { and, eq, isNull, lt } from "drizzle-orm";
import { databaseNow, ownScope } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { queueMail } from "../platform/mail/queue.ts";
import { bare, hashRecoveryCode, stepOfCode } from "./codes.ts";
import { unsealSecret } from "./sealed-secret.ts";

/**
 * Takes a person's code and uses it up: of any number of racers with one code exactly one gets through, and a time step
 * gives one code at most. A recovery code that was used is told by mail.
 */
export async function takeCode(
  run: Run,
  person: { userId: string; email: string },
  code: string,
): Promise<boolean> {
  return /^\d{6}$/.test(bare(code))
    ? takeStep(run, person.userId, bare(code))
    : takeRecoveryCode(run, person, code);
}

async function takeStep({ tx, ctx }: Run, userId: string, code: string): Promise<boolean> {
  const { agencyId } = ctx.tenant;
  const own = and(eq(secondFactors.agencyId, agencyId), eq(secondFactors.userId, userId));
  const [factor] = await tx.select().from(secondFactors).where(own);
  if (!factor) return false;
  const place = { agencyId, table: "second_factors" as const, userId };
  const secret = unsealSecret(ctx.app, place, factor.keyId, factor.secret);
  const step = stepOfCode(secret, code, ctx.securityNow);
  if (step === undefined) return false;
  const taken = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(own, lt(secondFactors.lastStep, step)))
    .returning({ userId: secondFactors.userId });
  return taken.length > 0;
}

async function takeRecoveryCode(
  { tx, ctx }: Run,
  { userId, email }: { userId: string; email: string },
  code: string,
): Promise<boolean> {
  const { tenant } = ctx;
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: databaseNow as never })
    .where(
      and(
        eq(recoveryCodes.agencyId, tenant.agencyId),
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashRecoveryCode(userId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId });
  if (taken.length === 0) return false;
  await queueMail(tx, {
    ...ownScope(tenant),
    accountId: tenant.accountId,
    userId,
    kind: "recovery_code_used",
    subjectId: userId,
    recipient: email,
  });
  return true;
}
