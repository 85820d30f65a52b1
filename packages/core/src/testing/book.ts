import type { TestApp } from "./app.ts";

/** Balances of a seller's book by account, whoever they are about: what was got less what was given, in minor units. */
export async function readBook({ admin }: TestApp, book: string): Promise<Record<string, number>> {
  const { rows } = await admin.query<{ account: string; balance: string }>(
    `select split_part(account, ':', 1) as account, sum(amount)::text as balance from (
       select debit as account, amount_minor as amount from ledger_transfers where book_id = $1
       union all select credit, -amount_minor from ledger_transfers where book_id = $1) both_sides
     group by 1`,
    [book],
  );
  return Object.fromEntries(rows.map(({ account, balance }) => [account, Number(balance)]));
}
