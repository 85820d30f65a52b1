import type { Tx } from "@tenantry/db";
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
