import type { Seller } from "./parties.ts";
import type { World } from "./world.ts";

/** `receivable` stands per buyer and `owed` per reseller, as in "receivable:c1" and "owed:r1". */
export type Account =
  | "cash"
  | "revenue"
  | "tax"
  | "expense"
  | "clearing"
  | `receivable:${string}`
  | `owed:${string}`;

/** Written in the decision as `debit <- credit`. */
export interface Transfer {
  book: Seller;
  currency: string;
  debit: Account;
  credit: Account;
  amount: bigint;
}

/** Writes a transfer down and moves both balances. Nothing is no transfer. */
export function transfer(world: World, entry: Transfer): void {
  if (entry.amount === 0n) return;
  world.transfers.push(entry);
  move(world, entry, entry.debit, entry.amount);
  move(world, entry, entry.credit, -entry.amount);
}

/** What was debited less what was credited. */
export function balanceOf(world: World, book: Seller, currency: string, account: Account): bigint {
  return world.balances.get(balanceKey(book, currency, account)) ?? 0n;
}

export function balanceKey(book: Seller, currency: string, account: Account): string {
  return `${book} ${currency} ${account}`;
}

function move(world: World, { book, currency }: Transfer, account: Account, amount: bigint): void {
  world.balances.set(balanceKey(book, currency, account), balanceOf(world, book, currency, account) + amount);
}
