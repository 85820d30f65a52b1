import { query } from "../kernel/verb.ts";
import { prepareTypeChange } from "./prepare-type-change.ts";
import { plannedTypeChange, typeChangeInput } from "./type-change-schemas.ts";

/** What changing a reseller's type would do, from the same function that does it. Writes nothing. */
export const previewType = query("reseller.preview-type", {
  input: typeChangeInput,
  output: plannedTypeChange,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, input) => {
    const { name, change, dueAt } = await prepareTypeChange(run, input, false);
    return { ...change, id: input.id, name, dueAt: dueAt.toISOString() };
  },
});
