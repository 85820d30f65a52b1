import { fieldError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { insertPlan } from "./create.ts";
import { ownPlan } from "./own.ts";
import { byId, createdPlan, createInput } from "./schemas.ts";
import { noTerms, terms } from "./terms.ts";

/** Makes a new plan of what another one says now: its draft, or else its current version. */
export const duplicatePlan = command("plan.duplicate", {
  input: byId.extend({ name: createInput.shape.name }),
  output: createdPlan,
  object: ({ id }) => ({ table: "plans", id }),
  run: async (run, { id, name }) => {
    const { owner, plan } = await ownPlan(run, id);
    if (name.toLowerCase() === plan.nameCi && !plan.archivedAt) throw fieldError("/name", "plan_name_taken");
    const said = plan.draft ?? plan.versions[0]?.terms ?? noTerms;
    const { prices, meters } = said;
    const { internalName, description } = plan;
    const copy = { name, internalName, description, visibility: "none" as const, audience: [] };
    const made = await insertPlan(run, owner, { ...copy, terms: terms.parse({ prices, meters }) });
    return { ...made, audit: { ...made.audit, after: { ...made.audit.after, copyOf: id } } };
  },
});
