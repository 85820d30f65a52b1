import { sql } from "drizzle-orm";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { agencyHost, originOf } from "../tenancy/origin.ts";
import { agencyPage, listInput } from "./schemas.ts";

type Row = {
  id: string;
  name: string;
  slug: string;
  status: "active" | "suspended";
  is_demo: boolean;
  created_at: string;
  owner_email: string;
  activated: boolean;
  resellers: number;
  place: string;
};

/** One page of the installation's agencies: searched by name, slug and owner, filtered, sorted. */
export const listAgencies = operatorVerb("agency.list", "query", {
  input: listInput,
  output: agencyPage,
  run: async (tx, input, ctx) => {
    const pattern = input.search ? likePattern(input.search) : null;
    const { rows, next, previous } = await listPage<Row>(ctx, "agency.list", input, async (place, limit) => {
      const found = await tx.execute<Row>(sql`select * from app.platform_agencies(${pattern},
        ${input.status ?? null}, ${input.sort}, ${place.backwards}, ${place.key}, ${place.id}, ${limit})`);
      return found.rows;
    });
    const { config } = ctx.app;
    return {
      agencies: rows.map(({ is_demo, created_at, owner_email, place: _, ...row }) => ({
        ...row,
        isDemo: is_demo,
        ownerEmail: owner_email,
        createdAt: new Date(created_at).toISOString(),
        address: originOf(config, agencyHost(config, row.slug)),
      })),
      next,
      previous,
    };
  },
});
