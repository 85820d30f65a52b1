import { balanceKey } from "../ledger.ts";
import type { World } from "../world.ts";
import { differences, type Tally, tally } from "./tally.ts";

/** I5: each balance is the fold of its transfers, and those that stand for something open are just what is open. */
export function brokenBooks(world: World): string[] {
  return [
    ...world.transfers.filter(({ amount }) => amount <= 0n).map(({ amount }) => `a transfer of ${amount}`),
    ...differences("balance", world.balances, folded(world)),
    ...differences("receivable", accounts(world, "receivable:"), openInvoices(world)),
    ...differences("owed", accounts(world, "owed:"), unpaidCommissions(world)),
    ...differences("clearing", accounts(world, "clearing"), sentPayouts(world)),
  ];
}

function folded({ transfers }: World): Tally {
  return tally(
    transfers.flatMap(({ book, currency, debit, credit, amount }): [string, bigint][] => [
      [balanceKey(book, currency, debit), amount],
      [balanceKey(book, currency, credit), -amount],
    ]),
  );
}

/** The balances of the accounts that begin so. */
function accounts({ balances }: World, start: string): Tally {
  return new Map([...balances].filter(([key]) => key.split(" ")[2]!.startsWith(start)));
}

function openInvoices({ invoices }: World): Tally {
  return tally(
    invoices
      .filter(({ paidOn, closed }) => paidOn === null && closed !== "void")
      .map(({ seller, currency, customer, total }) => [
        balanceKey(seller, currency, `receivable:${customer}`),
        total,
      ]),
  );
}

/** What is held by a draft is owed until that is sent. */
function unpaidCommissions({ commissions, payouts }: World): Tally {
  const gone = payouts.filter(({ state }) => state !== "draft").map(({ id }) => id);
  return tally(
    commissions
      .filter(({ payout }) => payout === null || !gone.includes(payout))
      .map(({ reseller, currency, amount }) => [balanceKey("agency", currency, `owed:${reseller}`), -amount]),
  );
}

function sentPayouts({ payouts }: World): Tally {
  return tally(
    payouts
      .filter(({ state }) => state === "sent")
      .map(({ currency, amount }) => [balanceKey("agency", currency, "clearing"), -amount]),
  );
}
