import { query } from "../kernel/verb.ts";
import { prepareTransfer } from "./facts.ts";
import { askInput, outcome } from "./schemas.ts";

/** What moving a customer to another seller would do: from when, which subscriptions go on, and what stands in the way. */
export const previewTransfer = query("transfer.preview", {
  input: askInput,
  output: outcome,
  object: ({ customerId }) => ({ table: "accounts", id: customerId }),
  run: async (run, input) => {
    const { facts, outcome } = await prepareTransfer(run, input);
    // Whom a code belongs to is that one's to say, by confirming.
    const receiverName = run.ctx.scope.kind === "agency" ? (facts.receiver?.name ?? null) : null;
    return { ...outcome, customerName: facts.customer, giverName: facts.giver.name, receiverName };
  },
});
