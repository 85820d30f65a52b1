import { z } from "zod";
import { rateSources } from "../commissions/rate.ts";
import { noCommissions, reasons } from "../commissions/reasons.ts";
import { dunning } from "../dunning/schemas.ts";
import { id, instant } from "../identity/schemas.ts";
import { rangeDay } from "../kernel/day-range.ts";
import { isCurrency } from "../kernel/money.ts";
import { openedLink, paymentLink } from "../payment-links/schemas.ts";
import { refundFailures } from "../payments/settle-asked.ts";
import { documentMails } from "./mail.ts";
import { shownStates } from "./state.ts";

export const invoiceKinds = ["invoice", "credit_note"] as const;
export const invoiceSorts = ["issued", "-issued"] as const;

export const listedInvoice = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(invoiceKinds),
  customer: z.object({ id: z.string(), name: z.string() }),
  /** Who is owed, by its legal name. */
  sellerName: z.string(),
  /** The caller is the seller: its money, and its to give back. */
  own: z.boolean(),
  /** A reseller buys it for itself: the customer is the reseller. */
  wholesale: z.boolean(),
  currency: z.string(),
  netMinor: z.int(),
  taxMinor: z.int(),
  totalMinor: z.int(),
  /** Null for a credit note. */
  state: z.enum(shownStates).nullable(),
  overdue: z.boolean(),
  /** Since when a payment is on its way, the newest; null where none is. */
  comingSince: instant.nullable(),
  issuedAt: instant,
  dueAt: instant,
});

export const listInput = z.strictObject({
  /** The beginning of a code, or part of the customer's name. */
  search: z.string().trim().max(200, "too_long").optional(),
  customerId: id.optional(),
  kind: z.enum(invoiceKinds).optional(),
  state: z.enum(["open", "paid", "void", "uncollectible"]).optional(),
  /** Issued on these days of the billing zone, both included. */
  from: rangeDay.optional(),
  to: rangeDay.optional(),
  /** Invoices paid on these days, whether or not money went back since. */
  paidFrom: rangeDay.optional(),
  paidTo: rangeDay.optional(),
  /** What the caller sold itself, what others sold to its customers, or what it bought. */
  sold: z.enum(["own", "others", "bought"]).optional(),
  /** Sold to this reseller's customers; the agency's own id for what was sold without a reseller. */
  resellerId: id.optional(),
  currency: z.string().refine(isCurrency, "currency_wrong").optional(),
  /** More came than is owed, and has not been asked back. */
  needs: z.enum(["surplus"]).optional(),
  sort: z.enum(invoiceSorts).default("-issued"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const invoicePage = z.object({
  invoices: z.array(listedInvoice),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const byId = z.strictObject({ id });

/** What a line brought its reseller when money moved. */
const decision = z.object({
  position: z.number(),
  outcome: z.enum(["created", "zero", "skipped"]),
  reason: z.enum(reasons),
  source: z.enum(rateSources).nullable(),
  rateBps: z.number().nullable(),
  baseMinor: z.int(),
  amountMinor: z.int(),
  at: instant,
  payableAt: instant,
});

/** Money that the gateway was asked to give back and has not. */
const refund = z.object({
  id: z.string(),
  /** What came too much and is given back by it; null where it is of the invoice's own payment. */
  surplusId: z.string().nullable(),
  amountMinor: z.int(),
  currency: z.string(),
  reason: z.string(),
  state: z.enum(["asked", "failed"]),
  failure: z.enum(refundFailures).nullable(),
  askedAt: instant,
});

const movement = z.object({
  kind: z.enum(["payment", "refund", "charge_back", "surplus", "surplus_back"]),
  provider: z.string(),
  reference: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  payerEmail: z.string().nullable(),
  at: instant,
  creditNote: z.object({ id: z.string(), code: z.string() }).nullable(),
});

const line = openedLink.shape.lines.element.extend({
  position: z.number(),
  subscriptionId: z.string(),
  /** The rate frozen on it, or why there is none. */
  rate: z
    .object({ source: z.enum(rateSources), rateBps: z.number() })
    .or(z.object({ none: z.enum(noCommissions) })),
});

export const invoice = listedInvoice
  .extend(
    openedLink.pick({
      ...{ refundedMinor: true, paidAt: true, pricesIncludeTax: true },
      ...{ seller: true, buyer: true, coming: true },
    }).shape,
  )
  .extend({
    /** What was taken back of it, oldest first. */
    creditNotes: z.array(openedLink.shape.creditNotes.element.extend({ id: z.string() })),
    /** The invoice a credit note takes from. */
    credits: z.object({ id: z.string(), code: z.string() }).nullable(),
    lines: z.array(line),
    payments: z.array(movement),
    refunds: z.array(refund),
    /** Money that came and the invoice does not take, with what has not gone back. */
    surpluses: z.array(
      z.object({
        id: z.string(),
        provider: z.string(),
        reference: z.string(),
        currency: z.string(),
        leftMinor: z.int(),
        at: instant,
      }),
    ),
    decisions: z.array(decision),
    /** Of an open invoice, or the receipt of a paid one; null when it was taken back. */
    link: paymentLink.nullable(),
    /** Where it is mailed; null where its customer has no address. */
    mailedTo: z.string().nullable(),
    /** How it is reminded of; null for a credit note. */
    dunning: dunning.nullable(),
    /** What was mailed about it, oldest first. */
    mails: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(documentMails),
        recipient: z.string(),
        state: z.enum(["queued", "sent", "failed", "dropped"]),
      }),
    ),
    /** Something was told that has not been acted on. */
    pending: z.boolean(),
    /** Something was told that could not be acted on: paid twice, or another amount. */
    odd: z.array(
      z.object({
        outcome: z.string(),
        kind: z.string(),
        reference: z.string(),
        currency: z.string(),
        amountMinor: z.int(),
      }),
    ),
  });

/** A document as it is printed. */
export const printed = openedLink.omit({ pending: true, coming: true, online: true }).extend({
  kind: z.enum(invoiceKinds),
  state: openedLink.shape.state.nullable(),
  overdue: z.boolean(),
  /** The invoice a credit note takes from. */
  credits: z.string().nullable(),
  /** The customer's front: whose name and colour it carries. */
  front: z.object({ name: z.string(), color: z.string() }),
  /** IANA zone of its days. */
  zone: z.string(),
});
export type Printed = z.output<typeof printed>;

/** What came of taking an invoice back. */
export const voided = z.object({
  id: z.string(),
  creditNote: z.object({ id: z.string(), code: z.string() }),
});

export const linesInput = listInput.pick({ limit: true, cursor: true });

export const linePage = z.object({
  lines: z.array(
    line.omit({ usage: true }).extend({
      currency: z.string(),
      customerId: z.string(),
      invoice: z.object({ id: z.string(), code: z.string(), kind: z.enum(invoiceKinds), issuedAt: instant }),
    }),
  ),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});
