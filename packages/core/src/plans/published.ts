import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { instant } from "./rows-sql.ts";
import type { PublishedRow } from "./shape.ts";

/** The agency's plans that the caller's reseller may see; the one it is on comes first. */
export async function publishedPlans(tx: Tx): Promise<PublishedRow[]> {
  const { rows } = await tx.execute<PublishedRow>(
    sql`select *, ${instant(sql`published_at`)} as "publishedAt" from app.published_plans()
      order by pinned desc, lower(name), id`,
  );
  return rows;
}
