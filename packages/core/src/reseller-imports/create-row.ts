import type { resellerImportRows } from "@tenantry/db/schema";
import { personContext } from "../jobs/person-context.ts";
import type { App } from "../kernel/ctx.ts";
import { isAppError } from "../kernel/errors.ts";
import { keyedHash } from "../kernel/sealed.ts";
import { createReseller } from "../resellers/create.ts";
import type { rowInput } from "./row-input.ts";

/** What another try may not meet; anything else is this row's own, and the rows after it go on. */
const comesRight = new Set(["busy", "idempotency_in_flight"]);

/**
 * Creates one row's reseller through the verb, and says how that ended. Repeatable by the row's line: a worker killed
 * between the reseller and its note gets the same reseller again. What may come right by itself is thrown and tried again.
 */
export async function createRow(
  app: App,
  { agencyId, importId, userId }: { agencyId: string; importId: string; userId: string },
  { line, cells, input }: { line: number; cells: string[]; input: ReturnType<typeof rowInput> },
): Promise<Partial<typeof resellerImportRows.$inferInsert>> {
  const repeatable = {
    key: `${importId}:${line}`,
    operation: "reseller-import.carry-out",
    fingerprint: keyedHash(app.config.secret, "idempotency fingerprint", JSON.stringify(cells)),
    replayed: () => {},
  };
  try {
    const ctx = { ...(await personContext(app, agencyId, userId)), repeatable };
    const made = await createReseller(ctx, input as Parameters<typeof createReseller>[1]);
    // What is stored with the reseller now need not lie about in the file as well.
    return { state: "created", resellerId: made.id, cells: [], problems: [] };
  } catch (error) {
    if (!isAppError(error) || comesRight.has(error.code)) throw error;
    return { state: "failed", problems: error.fields ?? [{ pointer: "", code: error.code }] };
  }
}
