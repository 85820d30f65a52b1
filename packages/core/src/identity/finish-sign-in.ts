import { secondFactors } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import { openSession } from "./open-session.ts";
import { makePending } from "./pending-step.ts";

interface Known {
  userId: string;
  accountId: string;
  mustChangePassword: boolean;
  /** Stored hash of the password that was right, or was just set. */
  hash: string | null;
}

/** Once the password is right: a session, or for somebody with a second step what that step needs. */
export async function finishSignIn(run: Run, known: Known) {
  const { tenant, app, securityNow } = run.ctx;
  const [factor] = await run.tx
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(and(eq(secondFactors.agencyId, tenant.agencyId), eq(secondFactors.userId, known.userId)));
  return factor ? makePending(app.config.secret, tenant, known, securityNow) : openSession(run, known);
}
