import { webhookEndpoints } from "@tenantry/db/schema";
import { and, asc, desc, eq, isNotNull, isNull, like, sql } from "drizzle-orm";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { listInput, webhookPage } from "./schemas.ts";
import { showWebhook } from "./show.ts";

/** Endpoints of the caller's own account: searched by address and description, filtered, sorted. */
export const listWebhooks = query("webhook.list", {
  input: listInput,
  output: webhookPage,
  run: async ({ tx, ctx }, input) => {
    const byUrl = input.sort.endsWith("url");
    const column = byUrl ? webhookEndpoints.urlCi : webhookEndpoints.createdAt;
    const { rows, ...ends } = await listPage(ctx, "webhook.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const from = byUrl ? sql`${place.key}` : sql`${place.key}::timestamptz`;
      const beyond = descending ? sql`<` : sql`>`;
      const { id, disabledAt } = webhookEndpoints;
      const found = await tx
        .select({ endpoint: webhookEndpoints, place: sql<string>`${column}::text` })
        .from(webhookEndpoints)
        .where(
          and(
            eq(webhookEndpoints.agencyId, ctx.tenant.agencyId),
            eq(webhookEndpoints.accountId, ctx.scope.account),
            input.search ? like(webhookEndpoints.search, likePattern(input.search)) : undefined,
            input.state && (input.state === "enabled" ? isNull(disabledAt) : isNotNull(disabledAt)),
            place.id ? sql`(${column}, ${id}) ${beyond} (${from}, ${place.id}::uuid)` : undefined,
          ),
        )
        .orderBy(descending ? desc(column) : asc(column), descending ? desc(id) : asc(id))
        .limit(limit);
      return found.map((row) => ({ ...row, id: row.endpoint.id }));
    });
    return { webhooks: rows.map(({ endpoint }) => showWebhook(endpoint, ctx.securityNow)), ...ends };
  },
});
