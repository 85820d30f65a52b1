import type { invoices } from "@tenantry/db/schema";
import { endDunning } from "../dunning/end.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/**
 * Takes an unpaid invoice of the caller's out of what is waited for, and ends its reminders. Whoever takes up a payment meanwhile is
 * waited for. Throws `invoice_not_open` where it is paid or closed by then.
 */
export async function closeInvoice(
  run: Run,
  { id }: Pick<typeof invoices.$inferSelect, "id">,
  state: "void" | "uncollectible",
) {
  const text = "select app.close_invoice($1, $2) as closed";
  const [row] = await run.tx.named<{ closed: boolean | null }>("close_invoice", text, [id, state]);
  if (!row?.closed) throw new AppError("invoice_not_open");
  await endDunning(deskOf(run), id);
}
