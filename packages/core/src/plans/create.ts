import { plans } from "@tenantry/db/schema";
import type { z } from "zod";
import { newId } from "../kernel/ids.ts";
import { command, type Run } from "../kernel/verb.ts";
import { setAudience } from "./audience.ts";
import { type PlanOwner, planOwner } from "./owner.ts";
import { createdPlan, createInput } from "./schemas.ts";
import { settleTerms } from "./settle-terms.ts";
import { noTerms } from "./terms.ts";

/** Makes a plan with a draft. Nobody can be on it before its first version is published. */
export const createPlan = command("plan.create", {
  input: createInput,
  output: createdPlan,
  run: async (run, input) => insertPlan(run, await planOwner(run), input),
});

/** Writes a new plan's row, with what the audit says of it. */
export async function insertPlan(run: Run, owner: PlanOwner, input: z.output<typeof createInput>) {
  const { name, internalName, description, visibility, audience } = input;
  const id = newId();
  const terms = await settleTerms(run, owner, input.terms ?? noTerms);
  const facts = { name, internalName, description, visibility };
  await run.tx.insert(plans).values({ ...owner, ...facts, id, draft: terms, createdAt: run.ctx.now });
  if (owner.resellerId === owner.agencyId && visibility === "chosen") await setAudience(run, id, audience);
  return {
    result: { id, name },
    audit: { object: { kind: "plan", id }, after: { ...facts, terms }, resellerId: owner.resellerId },
  };
}
