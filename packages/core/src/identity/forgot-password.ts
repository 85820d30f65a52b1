import { memberships, users } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { enqueue } from "../jobs/enqueue.ts";
import { newId } from "../kernel/ids.ts";
import { command, type Run } from "../kernel/verb.ts";
import { email, none } from "./schemas.ts";
import { countTry, networkOf, refuseTooMany } from "./throttle.ts";

const hour = 3_600;

/**
 * Sends a reset link when the address is known here; answers the same either way, and in the same time: a job is queued
 * for nobody as for somebody (mail-reset.ts), and only the worker finds out which it is.
 */
export const forgotPassword = command("password.forgot", {
  input: z.strictObject({ email }),
  output: none,
  prepare: async (read, input) => {
    const wait = await read(({ tx, ctx }) =>
      countTry(tx, ctx.tenant, [
        { key: `forgot:${input.email.toLowerCase()}:${networkOf(ctx.ip)}`, tries: 5, seconds: hour },
        { key: `forgot::${networkOf(ctx.ip)}`, tries: 60, seconds: hour },
      ]),
    );
    refuseTooMany(wait);
  },
  run: async (run, input) => {
    const user = await findUser(run, input.email);
    const { requestId } = run.ctx;
    await enqueue(run.tx, "password.forgot", { userId: user?.id ?? newId(), mailId: newId(), requestId });
    return { result: {}, audit: { none: "told by the job, and only of somebody" } };
  },
});

async function findUser({ tx, ctx }: Run, address: string) {
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .innerJoin(
      memberships,
      and(
        eq(memberships.agencyId, users.agencyId),
        eq(memberships.userId, users.id),
        eq(memberships.state, "active"),
      ),
    )
    .where(
      and(
        eq(users.agencyId, ctx.tenant.agencyId),
        eq(users.realmId, ctx.tenant.accountId),
        eq(users.emailCi, address.toLowerCase()),
        eq(users.status, "active"),
      ),
    )
    .limit(1);
  return user;
}
