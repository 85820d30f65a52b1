import { recoveryCodes, secondFactors } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { caller } from "./caller.ts";
import { secondFactorState } from "./schemas.ts";

/** Whether the caller has a second step at sign-in. */
export const readSecondFactor = query("second-factor.read", {
  ofRealm: true,
  input: none,
  output: secondFactorState,
  run: async (run) => {
    const { tx, ctx } = run;
    const { userId } = caller(run);
    const { agencyId, secondFactorRequired } = ctx.tenant;
    const [factor] = await tx
      .select({ since: secondFactors.createdAt })
      .from(secondFactors)
      .where(and(eq(secondFactors.agencyId, agencyId), eq(secondFactors.userId, userId)));
    const codesLeft = await tx.$count(
      recoveryCodes,
      and(
        eq(recoveryCodes.agencyId, agencyId),
        eq(recoveryCodes.userId, userId),
        isNull(recoveryCodes.usedAt),
      ),
    );
    return {
      on: factor !== undefined,
      since: factor?.since ?? null,
      codesLeft,
      required: secondFactorRequired,
    };
  },
});
