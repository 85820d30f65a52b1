import { users } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ownScope } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { queueMail } from "../platform/mail/queue.ts";
import { email, none } from "./schemas.ts";
import { countTry, networkOf, refuseTooMany } from "./throttle.ts";

const hour = 3_600;

/**
 * Sends a reset link when the address is known here; answers the same either way. The link is made by the worker, so
 * neither time nor content of the answer tells.
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
    if (!user) return { result: {}, audit: { none: "nothing changes for an address that is nobody's" } };
    await queueMail(run.tx, {
      ...ownScope(run.ctx.tenant),
      accountId: run.ctx.tenant.accountId,
      userId: user.id,
      kind: "password_reset",
      subjectId: user.id,
      recipient: user.email,
    });
    return { result: {}, audit: { object: { kind: "user", id: user.id } } };
  },
});

async function findUser({ tx, ctx }: Run, address: string) {
  const [user] = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.agencyId, ctx.tenant.agencyId),
        eq(users.realmId, ctx.tenant.accountId),
        eq(users.emailCi, address.toLowerCase()),
        eq(users.status, "active"),
      ),
    );
  return user;
}
