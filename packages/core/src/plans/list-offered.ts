import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { plansBeneath } from "./beneath.ts";
import { plan } from "./schemas.ts";
import { summary } from "./shape.ts";

/** The agency's plans that an upline can give its resellers, the default one first. */
export const listOfferedPlans = query("plan.list-offered", {
  beneath: "create",
  input: none,
  output: z.object({ plans: z.array(plan) }),
  run: async ({ tx }) => ({
    plans: (await plansBeneath(tx)).filter(({ offered }) => offered).map(summary),
  }),
});
