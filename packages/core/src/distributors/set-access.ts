import { accounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { statusColumns } from "../resellers/set-access.ts";
import { shownStatus } from "../tenancy/stop-modes.ts";
import { countBeneath } from "./affected.ts";
import { readRows } from "./row.ts";

/**
 * Lets a distributor's own people and keys in, or locks them out. Its resellers and their customers go on either way;
 * while it is out, whoever of them cannot get in is told to write to the agency.
 */
export async function setAccess(run: Run, id: string, status: "active" | "locked") {
  const { agencyId } = run.ctx.tenant;
  const { account } = await readRows(run, id, true);
  if (account.archivedAt) throw new AppError("deleted");
  const changed = account.status !== status;
  if (changed)
    await run.tx
      .update(accounts)
      .set(statusColumns(account.status, status, null))
      .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, id)));
  const affected = await countBeneath(run, id);
  const result = { id, name: account.name, status: shownStatus(status), changed, ...affected };
  return {
    result,
    audit: changed
      ? {
          object: { kind: "distributor", id },
          before: { status: shownStatus(account.status) },
          after: { status: shownStatus(status), ...affected },
          distributorId: id,
        }
      : { none: "asked for what already was" },
  };
}
