import { resellerDrafts } from "@tenantry/db/schema";
import { desc } from "drizzle-orm";
import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { ownDrafts } from "./own.ts";
import { resellerDraft } from "./schemas.ts";

/** The caller's own drafts of resellers, the newest 100; each is kept for 30 days after it was last saved. */
export const listResellerDrafts = query("reseller-draft.list", {
  input: none,
  output: z.object({ drafts: z.array(resellerDraft) }),
  run: async (run) => ({
    drafts: await run.tx
      .select()
      .from(resellerDrafts)
      .where(ownDrafts(run))
      .orderBy(desc(resellerDrafts.updatedAt), desc(resellerDrafts.id))
      .limit(100),
  }),
});
