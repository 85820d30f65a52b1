import { accounts, customers, legalEntities, type Party, resellers } from "@tenantry/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { countingRateOf } from "../commissions/rate-words.ts";
import { type FrozenRate, freezeRate } from "../commissions/rules.ts";
import type { Day } from "../kernel/clock.ts";
import type { Desk } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import { includedBpsOf, type Tax, type TaxedLine, type TaxedSeller, taxLines, taxOf } from "./tax.ts";

/** A line of what is charged. `priceMinor` is above zero, and net or gross as the seller says its prices. */
export interface ChargeLine {
  kind: "new" | "change" | "renewal" | "overage" | "correction";
  /** Whose period it is, where that is not the subscription the invoice is issued for. */
  subscriptionId?: string;
  planId: string;
  planName: string;
  /** Whose use it charges, by name, where that is not who buys. */
  usedBy?: string;
  quantity: number;
  priceMinor: bigint;
  /** The price of one in a whole period. */
  unitMinor: bigint;
  period: { from: Day; to: Day };
  /** Days of the whole period of which `period` is a part, or all. */
  periodDays: number;
  /** What ran before a change, which the price is the difference to. */
  prior?: { unitMinor: bigint; quantity: number };
}

/** What a sale, a change, a renewal or an end asks to be charged: one line or more. */
export interface Charge {
  customerId: string;
  sellerId: string;
  currency: string;
  lines: readonly ChargeLine[];
}

/** A line with its tax and the commission rate that counts now. */
export interface DraftLine extends ChargeLine, TaxedLine {
  frozen: FrozenRate;
}

/** An invoice before it has a number: what a preview shows is what is issued. */
export interface Draft {
  charge: Charge;
  place: { agencyId: string; distributorId: string; resellerId: string; customerId: string };
  seller: Party;
  buyer: Party;
  /** Where it is mailed; null where the buyer has no address. */
  mailedTo: string | null;
  tax: Tax;
  /** There is tax in the prices of its lines. */
  pricesIncludeTax: boolean;
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
      select name, address, country, tax_id as "taxId", tax_bps as "taxBps", prices_include_tax as "pricesIncludeTax"
      from app.seller_on_paper(${charge.sellerId})`),
    readBuyer(desk, charge.customerId),
    ...planIds.map((planId) => countingRateOf(desk.tx, charge.customerId, planId)),
  ]);
  const seller = sellers.rows[0];
  if (!seller || !buyer) throw new AppError("not_found");
  const { account, party, reseller } = buyer;
  const tax = taxOf(seller, party);
  const situation = {
    ...{ sellerId: charge.sellerId, buyerId: charge.customerId },
    reseller: reseller ? { id: reseller.id, type: reseller.type } : undefined,
  };
  const { currency } = charge;
  const prices = charge.lines.map(({ priceMinor }) => ({ currency, amountMinor: priceMinor }));
  const taxed = taxLines(prices, seller, tax);
  const lines = charge.lines.map((line, index) => ({
    ...line,
    ...taxed[index]!,
    frozen: freezeRate(situation, counting[planIds.indexOf(line.planId)]),
  }));
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0n);
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0n);
  const { taxBps: _, pricesIncludeTax: __, ...named } = seller;
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
    mailedTo: buyer.mailedTo,
    tax,
    pricesIncludeTax: includedBpsOf(seller) > 0,
    ...{ lines, netMinor, taxMinor, totalMinor: netMinor + taxMinor },
  };
}

type TaxedRow = TaxedSeller & { [column: string]: unknown };

/** Who buys: a customer, or a reseller that buys for itself and is named as on the invoices it sends. */
async function readBuyer({ tx, agencyId }: Desk, id: string) {
  const [row] = await tx
    .select({
      account: accounts,
      paper: customers,
      entity: legalEntities,
      reseller: resellers,
    })
    .from(accounts)
    .leftJoin(customers, and(eq(customers.agencyId, accounts.agencyId), eq(customers.id, accounts.id)))
    .leftJoin(
      resellers,
      and(eq(resellers.agencyId, accounts.agencyId), eq(resellers.id, accounts.resellerId)),
    )
    .leftJoin(
      legalEntities,
      and(eq(legalEntities.agencyId, accounts.agencyId), eq(legalEntities.accountId, accounts.id)),
    )
    .where(
      and(
        eq(accounts.agencyId, agencyId),
        eq(accounts.id, id),
        inArray(accounts.kind, ["customer", "reseller"]),
      ),
    );
  if (!row) return undefined;
  const { account, paper, entity, reseller } = row;
  const party: Party = {
    name: entity?.name ?? account.name,
    address: (paper ?? entity)?.address ?? "",
    country: entity?.country ?? account.country,
    taxId: (paper ?? entity)?.taxId ?? null,
  };
  const mailedTo = account.kind === "reseller" ? (reseller?.contactEmail ?? null) : account.email;
  return { account, reseller, party, mailedTo };
}
