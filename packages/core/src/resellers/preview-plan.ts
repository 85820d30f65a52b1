import { query } from "../kernel/verb.ts";
import { changeInput, plannedChange } from "../plans/change-schemas.ts";
import { prepareChange } from "./plan-change.ts";

/** What changing a reseller's plan would do, from the same function that does it. Writes nothing. */
export const previewPlanChange = query("reseller.preview-plan", {
  input: changeInput,
  output: plannedChange,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, input) => {
    const { reseller, preview, dueAt, short } = await prepareChange(run, input, false);
    return { ...preview, id: reseller.id, name: reseller.name, dueAt: dueAt.toISOString(), short };
  },
});
