import { query } from "../kernel/verb.ts";
import { shown } from "./give.ts";
import { prepareAllowance } from "./prepare.ts";
import { previewAllowance } from "./rule.ts";
import { allowanceChange, setInput } from "./schemas.ts";

/** What giving a child so much would come to, from the same function that gives it. Writes nothing. */
export const previewAllowanceChange = query("allowance.preview", {
  input: setInput,
  output: allowanceChange,
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, { accountId, meter, mode, units }) => {
    const prepared = await prepareAllowance(run, { accountId, meter }, "preview");
    return shown(prepared, previewAllowance(prepared.judged, { mode, units }));
  },
});
