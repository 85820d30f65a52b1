import { secondFactors } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { caller, mailCaller } from "./caller.ts";
import { forgetCodes } from "./recovery-codes.ts";

/** Takes the caller's second step away, recovery codes with it. Where an agency asks for one, it is set up anew next. */
export const disableSecondFactor = command("second-factor.disable", {
  ofRealm: true,
  input: none,
  output: none,
  run: async (run) => {
    const { userId } = caller(run);
    const gone = await run.tx
      .delete(secondFactors)
      .where(and(eq(secondFactors.agencyId, run.ctx.tenant.agencyId), eq(secondFactors.userId, userId)))
      .returning({ userId: secondFactors.userId });
    if (gone.length === 0) return { result: {}, audit: { none: "there was none" } };
    await forgetCodes(run, userId);
    await mailCaller(run, "second_factor_off");
    return { result: {}, audit: { object: { kind: "user", id: userId } } };
  },
});
