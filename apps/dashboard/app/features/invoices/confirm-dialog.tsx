import { type ConfirmDialogProps, ConfirmDialog as Dialog } from "../../ui/confirm-dialog.tsx";

/** What a verb will do to an invoice, before it does. */
export function ConfirmDialog({
  invoiceId,
  ...dialog
}: Omit<ConfirmDialogProps, "back"> & { invoiceId: string }) {
  return <Dialog back={`/invoices/${invoiceId}`} {...dialog} />;
}
