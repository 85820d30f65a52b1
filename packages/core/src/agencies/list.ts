import { sql } from "drizzle-orm";
import { openCursor, signCursor } from "../kernel/cursor.ts";
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
};
const binding = "agency.list";

/** The installation's agencies by slug. */
export const listAgencies = operatorVerb("agency.list", "query", {
  input: listInput,
  output: agencyPage,
  run: async (tx, { cursor, limit }, { app: { config } }) => {
    const after = cursor ? openCursor(config.secret, binding, cursor)[0]! : "";
    const { rows } = await tx.execute<Row>(sql`select * from app.platform_agencies(${after}, ${limit + 1})`);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      agencies: page.map(({ is_demo, created_at, owner_email, ...row }) => ({
        ...row,
        isDemo: is_demo,
        ownerEmail: owner_email,
        createdAt: new Date(created_at).toISOString(),
        address: originOf(config, agencyHost(config, row.slug)),
      })),
      next: last ? signCursor(config.secret, binding, [last.slug]) : null,
    };
  },
});
