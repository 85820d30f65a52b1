import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { readPlans } from "./list.ts";
import { plan } from "./schemas.ts";

/** One plan with what it includes. */
export const readPlan = query("plan.read", {
  input: z.strictObject({ id }),
  output: plan,
  object: ({ id: planId }) => ({ table: "plans", id: planId }),
  run: async ({ tx, ctx }, input) => {
    const [found] = await readPlans(tx, ctx.tenant.agencyId, input.id);
    if (!found) throw new AppError("not_found");
    return found;
  },
});
