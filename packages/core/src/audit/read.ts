import { auditEntries } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { auditEntry, auditReadInput } from "./schemas.ts";
import { showEntries } from "./show.ts";

/** One entry of the audit log. */
export const readAudit = query("audit.read", {
  beneath: ({ beneath }) => (beneath ? "see" : undefined),
  input: auditReadInput,
  output: auditEntry,
  object: ({ id }) => ({ table: "auditEntries", id }),
  run: async (run, { id }) => {
    const rows = await run.tx
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.agencyId, run.ctx.tenant.agencyId), eq(auditEntries.id, id)));
    const [entry] = await showEntries(run, rows);
    if (!entry) throw new AppError("not_found");
    return entry;
  },
});
