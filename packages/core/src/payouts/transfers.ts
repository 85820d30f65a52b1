import type { LedgerAccount, Transfer } from "../ledger/book.ts";
import type { Payout } from "./row.ts";

/** Where a payout goes. */
export type Way = "sent" | "completed" | "failed";

interface Entry {
  kind: string;
  currency: string;
  debit: LedgerAccount;
  credit: LedgerAccount;
  /** Below zero the other way round. */
  amountMinor: bigint;
}

/**
 * What a payout's way writes into the agency's book. What is sent in another currency is exchanged on the way to clearing: at what the lines were worth, and the
 * difference to what is sent by itself. One that fails goes back as it came. Pure.
 */
export function transfersOf(payout: Payout, way: Way): Transfer[] {
  const { agencyId, id, resellerId, distributorId } = payout;
  const place = { book: agencyId, resellerId, distributorId, source: { kind: "payout" as const, id } };
  return entriesOf(payout, way).map((entry) => {
    const { debit, credit, amountMinor, ...rest } = entry;
    const turned = amountMinor < 0n ? { debit: credit, credit: debit } : { debit, credit };
    return { ...place, ...rest, ...turned, amountMinor: amountMinor < 0n ? -amountMinor : amountMinor };
  });
}

function entriesOf(payout: Payout, way: Way): Entry[] {
  const { currency, amountMinor, paidCurrency, paidMinor, worthMinor } = payout;
  const clearing = "payout_clearing" as const;
  const sent =
    paidCurrency && paidMinor !== null ? { currency: paidCurrency, amountMinor: paidMinor } : undefined;
  if (way === "completed")
    return [{ kind: way, debit: clearing, credit: "cash", ...(sent ?? { currency, amountMinor }) }];
  const owed = `commission_owed:${payout.resellerId}` as const;
  const worth = worthMinor ?? 0n;
  const entries: Entry[] = sent
    ? [
        { kind: way, debit: owed, credit: "exchange", currency, amountMinor },
        {
          ...{ kind: `${way}_worth`, debit: "exchange", credit: clearing },
          ...{ currency: sent.currency, amountMinor: worth },
        },
        {
          ...{ kind: `${way}_difference`, debit: "exchange_difference", credit: clearing },
          ...{ currency: sent.currency, amountMinor: sent.amountMinor - worth },
        },
      ]
    : [{ kind: way, debit: owed, credit: clearing, currency, amountMinor }];
  return way === "sent" ? entries : entries.map((entry) => ({ ...entry, amountMinor: -entry.amountMinor }));
}

/** What the log says has gone to the bank. */
export function toldSent({
  currency,
  amountMinor,
  paidCurrency,
  paidMinor,
}: Pick<Payout, "currency" | "amountMinor" | "paidCurrency" | "paidMinor">) {
  return { currency: paidCurrency ?? currency, amountMinor: String(paidMinor ?? amountMinor) };
}
