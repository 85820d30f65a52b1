import { agencies } from "@tenantry/db/schema";
import { and, eq, ne } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { requireInput } from "./schemas.ts";

/** Asks all of the agency's own people for a second step, or stops asking. It counts from their next request on. */
export const requireSecondFactor = command("second-factor.require", {
  input: requireInput,
  output: none,
  run: async ({ tx, ctx }, { required }) => {
    const { agencyId } = ctx.tenant;
    const changed = await tx
      .update(agencies)
      .set({ secondFactorRequired: required })
      .where(and(eq(agencies.agencyId, agencyId), ne(agencies.secondFactorRequired, required)))
      .returning({ id: agencies.agencyId });
    if (changed.length === 0) return { result: {}, audit: { none: "asked for what already was" } };
    return {
      result: {},
      audit: { object: { kind: "agency", id: agencyId }, after: { secondFactorRequired: required } },
    };
  },
});
