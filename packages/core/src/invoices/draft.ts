import { accounts, customers, type Party, resellers } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { countingRateOf } from "../commissions/rate-words.ts";
import { type FrozenRate, freezeRate } from "../commissions/rules.ts";
import type { Day } from "../kernel/clock.ts";
import type { Desk } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import { plus } from "../kernel/money.ts";
import { type Tax, type TaxedSeller, taxOf, taxOn } from "./tax.ts";

/** What a sale, a change or a renewal asks to be charged. `netMinor` is above zero. */
export interface Charge {
  kind: "new" | "change" | "renewal";
  customerId: string;
  sellerId: string;
  planId: string;
  planName: string;
  quantity: number;
  currency: string;
  netMinor: bigint;
  period: { from: Day; to: Day };
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
  taxMinor: bigint;
  totalMinor: bigint;
  frozen: FrozenRate;
}

/** Reckons a charge out: its tax, its total, and the commission rate that counts now. */
export async function draftInvoice(desk: Desk, charge: Charge): Promise<Draft> {
  const { agencyId } = desk;
  const [sellers, buyer, counting] = await Promise.all([
    desk.tx.execute<TaxedRow>(sql`
      select name, address, country, tax_id as "taxId", tax_bps as "taxBps" from app.seller_on_paper(${charge.sellerId})`),
    readBuyer(desk, charge.customerId),
    countingRateOf(desk.tx, charge.customerId, charge.planId),
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
  const net = { currency: charge.currency, amountMinor: charge.netMinor };
  const taxed = taxOn(net, tax);
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
    taxMinor: taxed.amountMinor,
    totalMinor: plus(net, taxed).amountMinor,
    frozen: freezeRate({ reseller: reseller ?? undefined, sellerId: charge.sellerId }, counting),
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
