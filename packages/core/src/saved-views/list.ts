import { savedViews } from "@tenantry/db/schema";
import { and, asc, eq, or } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { savedView, viewedLists } from "./schemas.ts";

/** Views of a list: the caller's own and what colleagues share, by name. */
export const listSavedViews = query("saved-view.list", {
  input: z.strictObject({ list: z.enum(viewedLists) }),
  output: z.object({ views: z.array(savedView) }),
  run: async ({ tx, ctx }, { list }) => {
    const { actor } = ctx;
    if (actor.kind !== "user") throw new AppError("forbidden");
    const rows = await tx
      .select()
      .from(savedViews)
      .where(
        and(
          eq(savedViews.agencyId, ctx.tenant.agencyId),
          eq(savedViews.accountId, ctx.scope.account),
          eq(savedViews.list, list),
          or(eq(savedViews.userId, actor.userId), eq(savedViews.isShared, true)),
        ),
      )
      .orderBy(asc(savedViews.nameCi), asc(savedViews.id))
      .limit(100);
    return { views: rows.map((row) => ({ ...row, own: row.userId === actor.userId })) };
  },
});
