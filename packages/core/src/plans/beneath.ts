import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type { ShownPlan } from "./shape.ts";

/** A row of app.plans_beneath(). */
interface BeneathRow extends ShownPlan {
  [column: string]: unknown;
  /** An upline can give it to its resellers; otherwise one of them is on it. */
  offered: boolean;
}

/** Plans of the agency as an upline knows them: what it can give its resellers, and what they are on. */
export async function plansBeneath(tx: Tx): Promise<BeneathRow[]> {
  const { rows } = await tx.execute<BeneathRow>(
    sql`select * from app.plans_beneath() order by is_default desc, lower(name), id`,
  );
  return rows;
}
