import { apiKeys, sessions, users } from "@tenantry/db/schema";
import { and, desc, eq, gt, gte } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { teamAccount } from "./account.ts";
import type { PersonRow } from "./list.ts";
import { personSql } from "./list-sql.ts";
import { workingKeysOf } from "./person.ts";
import { personDetail, personInput } from "./schemas.ts";

/** One person of an account, with what would end if they went: sessions and keys. */
export const readPerson = query("team.read", {
  input: personInput,
  output: personDetail,
  object: ({ userId }) => ({ table: "users", id: userId }),
  run: async (run, { accountId, userId }) => {
    const { tx, ctx } = run;
    const account = await teamAccount(run, accountId);
    const { agencyId } = account.scope;
    const bound = [agencyId, account.id, ctx.securityNow, userId];
    const [person] = await tx.named<PersonRow>("team_person", personSql, bound);
    if (!person) throw new AppError("not_found");
    const devices = await tx
      .select({ session: sessions })
      .from(sessions)
      .innerJoin(users, and(eq(users.agencyId, sessions.agencyId), eq(users.id, sessions.userId)))
      .where(
        and(
          eq(sessions.agencyId, agencyId),
          eq(sessions.accountId, account.id),
          eq(sessions.userId, userId),
          gt(sessions.expiresAt, ctx.securityNow),
          gte(sessions.createdAt, users.sessionsValidFrom),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt))
      .limit(100);
    return {
      ...person,
      you: ctx.actor.kind === "user" && ctx.actor.userId === userId,
      keys: await tx.$count(apiKeys, workingKeysOf(run, account, userId)),
      devices: devices.map(({ session }) => session),
    };
  },
});
