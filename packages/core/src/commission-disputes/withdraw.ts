import { command } from "../kernel/verb.ts";
import { endDispute, lockDispute } from "./row.ts";
import { byDispute, settled } from "./schemas.ts";

/** A reseller takes its dispute back: the line goes out as it stands. */
export const withdrawDispute = command("commission-dispute.withdraw", {
  input: byDispute,
  output: settled,
  object: ({ id }) => ({ table: "commissionDisputes", id }),
  run: async (run, { id }) => {
    await lockDispute(run, id);
    const outcome = "withdrawn" as const;
    await endDispute(run, id, { outcome });
    return {
      result: { id, outcome },
      audit: { object: { kind: "commission-dispute", id }, after: { outcome } },
    };
  },
});
