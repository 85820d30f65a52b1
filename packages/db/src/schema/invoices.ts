import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { agencyId, instant, scopeColumns } from "./columns.ts";

const minor = (name: string) => bigint(name, { mode: "bigint" });
const customerId = () => uuid("customer_id").notNull();

export const legalEntities = pgTable(
  "legal_entities",
  {
    agencyId: agencyId(),
    accountId: uuid("account_id").notNull(),
    ...scopeColumns(),
    name: text("name").notNull(),
    address: text("address").notNull().default(""),
    country: text("country"),
    taxId: text("tax_id"),
    taxBps: integer("tax_bps").notNull().default(0),
    pricesIncludeTax: boolean("prices_include_tax").notNull().default(false),
    iban: text("iban"),
    bic: text("bic"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.accountId] })],
);

/** A seller or buyer as a document names them. */
export interface Party {
  name: string;
  address: string;
  country: string | null;
  taxId: string | null;
}

export const invoices = pgTable(
  "invoices",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    sellerId: uuid("seller_id").notNull(),
    kind: text("kind", { enum: ["invoice", "credit_note"] }).notNull(),
    number: minor("number").notNull(),
    code: text("code").notNull(),
    invoiceId: uuid("invoice_id"),
    currency: text("currency").notNull(),
    netMinor: minor("net_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    totalMinor: minor("total_minor").notNull(),
    seller: jsonb("seller").$type<Party>().notNull(),
    buyer: jsonb("buyer").$type<Party>().notNull(),
    pricesIncludeTax: boolean("prices_include_tax").notNull().default(false),
    issuedAt: instant("issued_at").notNull(),
    dueAt: instant("due_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const invoiceLines = pgTable(
  "invoice_lines",
  {
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    position: smallint("position").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    kind: text("kind", {
      enum: ["new", "change", "renewal", "overage", "correction", "credit"],
    }).notNull(),
    subscriptionId: uuid("subscription_id").notNull(),
    periodFrom: date("period_from").notNull(),
    periodTo: date("period_to").notNull(),
    planName: text("plan_name").notNull(),
    usedBy: text("used_by"),
    quantity: integer("quantity").notNull(),
    netMinor: minor("net_minor").notNull(),
    taxBps: integer("tax_bps").notNull(),
    taxReason: text("tax_reason", {
      enum: ["standard", "exempt", "reverse_charge", "outside_scope"],
    }).notNull(),
    taxMinor: minor("tax_minor").notNull(),
    rateId: uuid("rate_id"),
    rateSource: text("rate_source", { enum: ["customer", "plan", "agreement", "reseller"] }),
    rateBps: integer("rate_bps"),
    noCommission: text("no_commission", {
      enum: ["own_sale", "direct", "own_plans", "no_rate", "wholesale"],
    }),
    priceMinor: minor("price_minor"),
    unitMinor: minor("unit_minor"),
    periodDays: smallint("period_days"),
    priorUnitMinor: minor("prior_unit_minor"),
    priorQuantity: integer("prior_quantity"),
    creditedMinor: minor("credited_minor"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.invoiceId, table.position] })],
);

export const invoiceStates = pgTable(
  "invoice_states",
  {
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    state: text("state", { enum: ["open", "paid", "void", "uncollectible"] })
      .notNull()
      .default("open"),
    dueAt: instant("due_at").notNull(),
    paidAt: instant("paid_at"),
    refundedMinor: minor("refunded_minor").notNull().default(0n),
    comingSince: instant("coming_since"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.invoiceId] })],
);

export const invoiceNumbers = pgTable(
  "invoice_numbers",
  {
    agencyId: agencyId(),
    sellerId: uuid("seller_id").notNull(),
    kind: text("kind", { enum: ["invoice", "credit_note"] }).notNull(),
    ...scopeColumns(),
    last: minor("last").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.sellerId, table.kind] })],
);

export const paymentLinks = pgTable(
  "payment_links",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    invoiceId: uuid("invoice_id").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const paymentEvents = pgTable(
  "payment_events",
  {
    agencyId: agencyId(),
    provider: text("provider", { enum: ["test", "bank", "refund", "stripe"] }).notNull(),
    eventId: text("event_id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    invoiceId: uuid("invoice_id").notNull(),
    kind: text("kind", { enum: ["begun", "paid", "declined", "refunded", "charged_back"] }).notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    reference: text("reference").notNull(),
    payerEmail: text("payer_email"),
    receivedAt: instant("received_at").notNull().defaultNow(),
    outcome: text("outcome", {
      enum: ["applied", "already_paid", "not_paid", "wrong_amount", "noted", "coming"],
    }),
    since: instant("since"),
    ofPayment: text("of_payment"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.provider, table.eventId] })],
);

export const payments = pgTable(
  "payments",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    invoiceId: uuid("invoice_id").notNull(),
    creditNoteId: uuid("credit_note_id"),
    surplusId: uuid("surplus_id"),
    kind: text("kind", {
      enum: ["payment", "refund", "charge_back", "surplus", "surplus_back"],
    }).notNull(),
    provider: text("provider").notNull(),
    reference: text("reference").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    payerEmail: text("payer_email"),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const refunds = pgTable(
  "refunds",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    invoiceId: uuid("invoice_id").notNull(),
    surplusId: uuid("surplus_id"),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    reason: text("reason").notNull(),
    state: text("state", { enum: ["asked", "done", "failed"] })
      .notNull()
      .default("asked"),
    failure: text("failure", {
      enum: ["refused", "key_refused", "already_refunded", "unreachable", "no_account"],
    }),
    again: integer("again").notNull().default(0),
    askedAt: instant("asked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const overages = pgTable(
  "overages",
  {
    agencyId: agencyId(),
    subscriptionId: uuid("subscription_id").notNull(),
    meter: text("meter").notNull(),
    periodFrom: date("period_from").notNull(),
    step: integer("step").notNull(),
    ...scopeColumns(),
    customerId: customerId(),
    periodTo: date("period_to").notNull(),
    countedFrom: date("counted_from").notNull(),
    units: minor("units").notNull(),
    includedUnits: minor("included_units").notNull(),
    blockUnits: minor("block_units").notNull(),
    blockMinor: minor("block_minor").notNull(),
    billedMinor: minor("billed_minor").notNull(),
    invoiceId: uuid("invoice_id"),
    position: smallint("position"),
    countedAt: instant("counted_at").notNull(),
    buyerId: uuid("buyer_id").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.agencyId, table.subscriptionId, table.meter, table.periodFrom, table.step],
    }),
  ],
);
