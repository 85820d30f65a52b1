import { sql } from "drizzle-orm";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";

/** Accounts of a seller's book. What is owed and what is due hang on whom it is about. */
export type LedgerAccount =
  | "revenue"
  | "tax"
  | "cash"
  | "commission"
  | "payout_clearing"
  | "exchange"
  | "exchange_difference"
  | `receivable:${string}`
  | `overpaid:${string}`
  | `commission_owed:${string}`;

/** One movement in the book of the seller `book`: `credit` gives, `debit` gets. */
export interface Transfer {
  book: string;
  resellerId: string;
  distributorId: string;
  currency: string;
  debit: LedgerAccount;
  credit: LedgerAccount;
  amountMinor: bigint;
  /** What it is for; one of each kind for one source, however often it is told. */
  source: { kind: "invoice" | "payment" | "commission" | "payout"; id: string };
  kind: string;
}

/** Writes transfers in the transaction that causes them; those of nothing are left out. There is no other writer. */
export async function bookTransfers({ tx, now }: Desk, transfers: Transfer[]): Promise<void> {
  const rows = transfers
    .filter(({ amountMinor }) => amountMinor > 0n)
    .map(({ source, amountMinor, ...transfer }) => ({
      ...transfer,
      id: newId(),
      amountMinor: String(amountMinor),
      sourceKind: source.kind,
      sourceId: source.id,
      at: now.toISOString(),
    }));
  if (rows.length > 0) await tx.execute(sql`select app.book_transfers(${JSON.stringify(rows)}::jsonb)`);
}
