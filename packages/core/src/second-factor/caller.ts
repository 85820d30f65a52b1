import type { UserActor } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { queueMail } from "../platform/mail/queue.ts";

/** The person who asks; nobody else has a second step of their own. */
export function caller({ ctx }: Pick<Run, "ctx">): UserActor {
  if (ctx.actor.kind !== "user") throw new AppError("unauthenticated");
  return ctx.actor;
}

/** Tells the person that their second step was set up or taken away, in case it was not them. */
export async function mailCaller(run: Run, kind: "second_factor_on" | "second_factor_off"): Promise<void> {
  const { userId, email } = caller(run);
  const { tenant } = run.ctx;
  await queueMail(run.tx, {
    ...ownScope(tenant),
    accountId: tenant.accountId,
    userId,
    kind,
    subjectId: userId,
    recipient: email,
  });
}
