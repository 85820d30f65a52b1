import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { type FeatureRow, featureRows, shown } from "./rows-sql.ts";
import { featurePage, listInput } from "./schemas.ts";

type Filter = z.output<typeof listInput>;

/** The agency's features with the caller's own rule for each; a reseller's people see those released to it. */
export const listFeatures = query("feature.list", {
  input: listInput,
  output: featurePage,
  run: async (run, filter) => {
    const byName = filter.sort.endsWith("name");
    const column = byName ? sql`f.name_ci` : sql`f.created_at`;
    const { rows, ...ends } = await listPage(run.ctx, "feature.list", filter, async (place, limit) => {
      const ascending = filter.sort.startsWith("-") === place.backwards;
      const order = ascending ? sql`asc` : sql`desc`;
      const conditions = narrowed(filter);
      if (place.id) {
        const key = byName ? sql`${place.key}::text` : sql`${place.key}::timestamptz`;
        conditions.push(sql`(${column}, f.id) ${ascending ? sql`>` : sql`<`} (${key}, ${place.id}::uuid)`);
      }
      const tail = sql`order by ${column} ${order}, f.id ${order} limit ${limit}`;
      const { rows } = await run.tx.execute<FeatureRow>(featureRows(run, conditions, tail));
      return rows.map((row) => ({ ...row, place: byName ? row.nameCi : row.createdAt }));
    });
    return { features: rows.map(shown), ...ends };
  },
});

function narrowed({ search, state }: Filter): SQL[] {
  const conditions = [state === "archived" ? sql`f.archived_at is not null` : sql`f.archived_at is null`];
  if (state === "live") conditions.push(sql`g.withdrawn_at is null`);
  if (state === "withdrawn") conditions.push(sql`g.withdrawn_at is not null`);
  if (search) {
    const pattern = likePattern(search);
    conditions.push(sql`(f.name_ci like ${pattern} or f.key like ${pattern})`);
  }
  return conditions;
}
