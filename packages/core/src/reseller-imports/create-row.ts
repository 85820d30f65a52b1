import type { resellerImportRows, resellerImports } from "@tenantry/db/schema";
import { personContext } from "../jobs/person-context.ts";
import type { App } from "../kernel/ctx.ts";
import { isAppError } from "../kernel/errors.ts";
import { keyedHash } from "../kernel/sealed.ts";
import { createReseller } from "../resellers/create.ts";
import type { rowInput } from "./row-input.ts";

/**
 * Creates one row's reseller through the verb, and says how that ended. Repeatable by the row's line: a worker killed
 * between the reseller and its note gets the same reseller again. What is no refusal is thrown and tried again.
 */
export async function createRow(
  app: App,
  { agencyId, id, userId }: typeof resellerImports.$inferSelect,
  line: number,
  input: ReturnType<typeof rowInput>,
): Promise<Partial<typeof resellerImportRows.$inferInsert>> {
  const repeatable = {
    key: `${id}:${line}`,
    operation: "reseller-import.carry-out",
    fingerprint: keyedHash(app.config.secret, "idempotency fingerprint", JSON.stringify(input)),
    replayed: () => {},
  };
  try {
    const ctx = { ...(await personContext(app, agencyId, userId)), repeatable };
    const made = await createReseller(ctx, input as Parameters<typeof createReseller>[1]);
    // What is stored with the reseller now need not lie about in the file as well.
    return { state: "created", resellerId: made.id, cells: [], problems: [] };
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error;
    return { state: "failed", problems: error.fields ?? [{ pointer: "", code: error.code }] };
  }
}
