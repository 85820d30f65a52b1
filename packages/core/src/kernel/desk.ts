import type { Tx } from "@tenantry/db";
import { AppError } from "./errors.ts";
import type { Run } from "./verb.ts";

/** Where business is done for an agency: by a person's request or by the worker when something is due. */
export interface Desk {
  tx: Tx;
  agencyId: string;
  /** IANA zone of the agency's days. */
  zone: string;
  /** Business time. */
  now: Date;
}

export function deskOf({ tx, ctx }: Run): Desk {
  const { agencyId, billingZone } = ctx.tenant;
  return { tx, agencyId, zone: billingZone, now: ctx.now };
}

const clockSql = `
  select billing_zone as zone, app.business_now() as now from agencies where agency_id = $1`;

/** The worker's: the agency's zone and clock, read in a transaction that has entered its scope. */
export async function openDesk(tx: Tx, agencyId: string): Promise<Desk> {
  const [row] = await tx.named<{ zone: string; now: Date }>("open_desk", clockSql, [agencyId]);
  if (!row) throw new AppError("not_found");
  return { tx, agencyId, ...row };
}
