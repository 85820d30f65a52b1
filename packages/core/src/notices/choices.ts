import { noticeChoices } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { none } from "../identity/schemas.ts";
import type { UserActor } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import { command, query, type Run } from "../kernel/verb.ts";
import { noticeKinds, noticeKindsOf, wantedUnlessChosen } from "./kinds.ts";

const choice = z.object({ kind: z.enum(noticeKinds), wanted: z.boolean() });

/** Which notices reach the caller by mail. */
export const readNotices = query("notice.read", {
  ofRealm: true,
  input: none,
  output: z.object({ notices: z.array(choice) }),
  run: async (run) => {
    const me = caller(run);
    const chosen = await run.tx
      .select({ kind: noticeChoices.kind, wanted: noticeChoices.wanted })
      .from(noticeChoices)
      .where(and(eq(noticeChoices.agencyId, run.ctx.tenant.agencyId), eq(noticeChoices.userId, me.userId)));
    return {
      notices: noticeKindsOf(me.accountKind).map((kind) => ({
        kind,
        wanted: chosen.find((one) => one.kind === kind)?.wanted ?? wantedUnlessChosen(me.role),
      })),
    };
  },
});

/** Chooses whether one kind of notice reaches the caller. */
export const chooseNotice = command("notice.choose", {
  ofRealm: true,
  input: z.strictObject({ kind: z.enum(noticeKinds), wanted: z.boolean() }),
  output: none,
  run: async (run, { kind, wanted }) => {
    const me = caller(run);
    if (!noticeKindsOf(me.accountKind).includes(kind)) throw new AppError("not_found");
    await run.tx
      .insert(noticeChoices)
      .values({ ...ownScope(run.ctx.tenant), userId: me.userId, kind, wanted })
      .onConflictDoUpdate({
        target: [noticeChoices.agencyId, noticeChoices.userId, noticeChoices.kind],
        set: { wanted },
      });
    return { result: {}, audit: { object: { kind: "user", id: me.userId }, after: { [kind]: wanted } } };
  },
});

function caller({ ctx }: Run): UserActor {
  if (ctx.actor.kind !== "user") throw new AppError("unauthenticated");
  return ctx.actor;
}
