import { sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import { countAffected } from "../resellers/affected.ts";
import { undoSeconds } from "../resellers/set-access.ts";
import { lockCustomer, shownStatus } from "./row.ts";

/**
 * Lets a customer's own people in, or locks them out: the product is told that it is not served, and its usage still
 * counts (features.md 2.14). No session is deleted: each request reads the state. Asking for what already is changes nothing.
 */
export async function setAccess(run: Run, id: string, status: "active" | "locked") {
  const { name, resellerId, distributorId, status: before } = await lockCustomer(run, id);
  const changed = before !== status;
  if (changed) await run.tx.execute(sql`select app.set_customer_status(${id}, ${status}, ${undoSeconds})`);
  const { people } = await countAffected(run, id);
  return {
    result: { id, name, status: shownStatus(status), changed, people },
    audit: changed
      ? {
          object: { kind: "customer", id },
          before: { status: shownStatus(before) },
          after: { status: shownStatus(status), people },
          resellerId,
          distributorId,
        }
      : { none: "asked for what already was" },
  };
}
