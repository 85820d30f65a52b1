import { accounts, customers, type Party, resellers } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { countingRateOf } from "../commissions/rate-words.ts";
import { type FrozenRate, freezeRate } from "../commissions/rules.ts";
import type { Day } from "../kernel/clock.ts";
import type { Desk } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import { type Tax, type TaxedSeller, taxOf, taxOn } from "./tax.ts";

/** A line of what is charged. `netMinor` is above zero. */
export interface ChargeLine {
  kind: "new" | "change" | "renewal" | "overage" | "correction";
  /** Whose period it is, where that is not the subscription the invoice is issued for. */
  subscriptionId?: string;
  planId: string;
  planName: string;
  quantity: number;
  netMinor: bigint;
  period: { from: Day; to: Day };
}

/** What a sale, a change, a renewal or an end asks to be charged: one line or more. */
export interface Charge {
  customerId: string;
  sellerId: string;
  currency: string;
  lines: readonly ChargeLine[];
}

/** A line with its tax and the commission rate that counts now. */
export interface DraftLine extends ChargeLine {
  taxMinor: bigint;
  frozen: FrozenRate;
}

/** An invoice before it has a number: what a preview shows is what is issued. */
export interface Draft {
  charge: Charge;
  place: { agencyId: string; distributorId: string; resellerId: string; customerId: string };
  seller: Party;
  buyer: Party;
  /** Where it is mailed; null where the customer has no address. */
  mailedTo: string | null;
  tax: Tax;
  lines: DraftLine[];
  netMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
}

/** Reckons a charge out: its tax, its total, and the commission rate that counts now. */
export async function draftInvoice(desk: Desk, charge: Charge): Promise<Draft> {
  const { agencyId } = desk;
  const planIds = [...new Set(charge.lines.map(({ planId }) => planId))];
  const [sellers, buyer, ...counting] = await Promise.all([
    desk.tx.execute<TaxedRow>(sql`
      select name, address, country, tax_id as "taxId", tax_bps as "taxBps" from app.seller_on_paper(${charge.sellerId})`),
    readBuyer(desk, charge.customerId),
    ...planIds.map((planId) => countingRateOf(desk.tx, charge.customerId, planId)),
  ]);
  const seller = sellers.rows[0];
  if (!seller || !buyer) throw new AppError("not_found");
  const { account, paper, reseller } = buyer;
  const party: Party = {
    name: account.name,
    address: paper?.address ?? "",
    country: account.country,
    taxId: paper?.taxId ?? null,
  };
  const tax = taxOf(seller, party);
  const situation = { reseller: reseller ?? undefined, sellerId: charge.sellerId };
  const lines = charge.lines.map((line) => ({
    ...line,
    taxMinor: taxOn({ currency: charge.currency, amountMinor: line.netMinor }, tax).amountMinor,
    frozen: freezeRate(situation, counting[planIds.indexOf(line.planId)]),
  }));
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0n);
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0n);
  const { taxBps: _, ...named } = seller;
  return {
    charge,
    place: {
      agencyId,
      distributorId: account.distributorId,
      resellerId: account.resellerId,
      customerId: account.id,
    },
    seller: named,
    buyer: party,
    mailedTo: account.email,
    tax,
    ...{ lines, netMinor, taxMinor, totalMinor: netMinor + taxMinor },
  };
}

type TaxedRow = TaxedSeller & { [column: string]: unknown };

async function readBuyer({ tx, agencyId }: Desk, id: string) {
  const [row] = await tx
    .select({
      account: accounts,
      paper: customers,
      reseller: { id: resellers.id, type: resellers.type },
    })
    .from(accounts)
    .leftJoin(customers, and(eq(customers.agencyId, accounts.agencyId), eq(customers.id, accounts.id)))
    .leftJoin(
      resellers,
      and(eq(resellers.agencyId, accounts.agencyId), eq(resellers.id, accounts.resellerId)),
    )
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, id), eq(accounts.kind, "customer")));
  return row;
}
