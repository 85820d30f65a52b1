import { pauseDunning } from "@tenantry/core/dunning/pause";
import { resumeDunning } from "@tenantry/core/dunning/resume";
import { drawPaper } from "@tenantry/core/invoices/draw";
import { listInvoices } from "@tenantry/core/invoices/list";
import { listInvoiceLines } from "@tenantry/core/invoices/list-lines";
import { markUncollectible } from "@tenantry/core/invoices/mark-uncollectible";
import { printInvoice } from "@tenantry/core/invoices/print";
import { readInvoice } from "@tenantry/core/invoices/read";
import { voidInvoice } from "@tenantry/core/invoices/void";
import { createPaymentLink } from "@tenantry/core/payment-links/create";
import { openPaymentLink } from "@tenantry/core/payment-links/open";
import { payByLink } from "@tenantry/core/payment-links/pay";
import { revokePaymentLink } from "@tenantry/core/payment-links/revoke";
import { answerCheckout } from "@tenantry/core/payments/answer-checkout";
import { giveBackSurplus } from "@tenantry/core/payments/give-back";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { openCheckout } from "@tenantry/core/payments/open-checkout";
import { refundInvoice } from "@tenantry/core/payments/refund";
import { retryRefund } from "@tenantry/core/payments/retry-refund";
import { exampleIds, exampleTokens } from "./examples.ts";
import { operation } from "./operation.ts";
import { pdfAnswer } from "./pdf-answer.ts";

const byId = { id: exampleIds.openInvoice };
const byToken = { token: exampleTokens.paymentLink };
const byCheckout = { checkout: exampleTokens.checkout };

export const invoiceRoutes = [
  operation({
    id: "listInvoices",
    verb: listInvoices,
    method: "get",
    path: "/invoices",
    summary: "List invoices and credit notes: search, filter, by when they were issued",
    example: { search: "INV-", state: "open", kind: "invoice", sort: "-issued", limit: 25 },
  }),
  operation({
    id: "listInvoiceLines",
    verb: listInvoiceLines,
    method: "get",
    path: "/invoice-lines",
    summary: "List the lines of all invoices and credit notes, those made first in front",
    example: { limit: 100 },
  }),
  operation({
    id: "readInvoice",
    verb: readInvoice,
    method: "get",
    path: "/invoices/{id}",
    summary: "Read one invoice with its lines, payments, payment link and what each line earned",
    example: byId,
  }),
  operation({
    id: "printInvoice",
    verb: printInvoice,
    method: "get",
    path: "/invoices/{id}/pdf",
    summary: "Get one invoice or credit note as a PDF; a paid invoice is its receipt as well",
    example: byId,
    ...pdfAnswer(({ code }) => code, drawPaper),
  }),
  operation({
    id: "markInvoicePaid",
    verb: markPaid,
    method: "post",
    path: "/invoices/{id}/mark-paid",
    summary: "Say that an invoice was paid by bank transfer",
    example: { ...byId, reference: "Statement 12, line 4" },
    status: 202,
  }),
  operation({
    id: "refundInvoice",
    verb: refundInvoice,
    method: "post",
    path: "/invoices/{id}/refund",
    summary: "Give money of a paid invoice back, in part or whole, with a credit note",
    example: { id: exampleIds.paidInvoice, amountMinor: 100, reference: "Outage of 12 November" },
    status: 202,
  }),
  operation({
    id: "retryRefund",
    verb: retryRefund,
    method: "post",
    path: "/refunds/{id}/retry",
    summary: "Ask the gateway again for a refund that failed",
    example: { id: exampleIds.failedRefund },
    status: 202,
  }),
  operation({
    id: "giveBackSurplus",
    verb: giveBackSurplus,
    method: "post",
    path: "/surpluses/{id}/give-back",
    summary: "Give back what came too much for an invoice, the way it came",
    example: { id: exampleIds.surplus, reference: "Transfer of 3 December" },
    status: 202,
  }),
  operation({
    id: "voidInvoice",
    verb: voidInvoice,
    method: "post",
    path: "/invoices/{id}/void",
    summary: "Take an unpaid invoice back, with a credit note of all of it",
    example: byId,
  }),
  operation({
    id: "markInvoiceUncollectible",
    verb: markUncollectible,
    method: "post",
    path: "/invoices/{id}/mark-uncollectible",
    summary: "Stop waiting for an invoice's money; it stays owed and can still be paid",
    example: byId,
    status: 204,
  }),
  operation({
    id: "pauseDunning",
    verb: pauseDunning,
    method: "post",
    path: "/invoices/{id}/dunning/pause",
    summary: "Hold the reminders of an open invoice",
    example: { ...byId, reason: "They say it was not delivered" },
    status: 204,
  }),
  operation({
    id: "resumeDunning",
    verb: resumeDunning,
    method: "post",
    path: "/invoices/{id}/dunning/resume",
    summary: "Let the reminders of an invoice go on",
    example: { id: exampleIds.pausedInvoice },
    status: 204,
  }),
  operation({
    id: "createPaymentLink",
    verb: createPaymentLink,
    method: "post",
    path: "/invoices/{id}/payment-link",
    summary: "Make a new payment link and take the one before it back",
    example: byId,
    status: 201,
  }),
  operation({
    id: "revokePaymentLink",
    verb: revokePaymentLink,
    method: "delete",
    path: "/invoices/{id}/payment-link",
    summary: "Take an invoice's payment link back",
    example: byId,
    status: 204,
  }),
  operation({
    id: "openPaymentLink",
    verb: openPaymentLink,
    method: "get",
    path: "/payment-links/{token}",
    summary: "Read the invoice a payment link opens; paid, it is the receipt",
    example: byToken,
  }),
  operation({
    id: "payByLink",
    verb: payByLink,
    method: "post",
    path: "/payment-links/{token}/pay",
    summary: "Get the path at which the invoice of a payment link is paid",
    example: { ...byToken, payerEmail: "anna@lindenhof.example" },
  }),
  operation({
    id: "openCheckout",
    verb: openCheckout,
    method: "get",
    path: "/checkouts/{checkout}",
    summary: "Read what is to be paid at the built-in gateway",
    example: byCheckout,
  }),
  operation({
    id: "answerCheckout",
    verb: answerCheckout,
    method: "post",
    path: "/checkouts/{checkout}/answer",
    summary: "Pay or decline at the built-in gateway, which then calls as any gateway does",
    example: { ...byCheckout, outcome: "declined" },
  }),
];
