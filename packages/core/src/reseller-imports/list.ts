import { resellerImports } from "@tenantry/db/schema";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { listedImport } from "./schemas.ts";

/** Files taken in within the last 30 days, the newest 100 of them. */
export const listResellerImports = query("reseller-import.list", {
  input: none,
  output: z.object({ imports: z.array(listedImport) }),
  run: async ({ tx, ctx }) => ({
    imports: await tx
      .select()
      .from(resellerImports)
      .where(eq(resellerImports.agencyId, ctx.tenant.agencyId))
      .orderBy(desc(resellerImports.createdAt), desc(resellerImports.id))
      .limit(100),
  }),
});
