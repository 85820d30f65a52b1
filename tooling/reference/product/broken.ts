import { type Interval, periodStart } from "../days.ts";
import { differences, tally, twice } from "../invariants/tally.ts";
import { sum } from "../rounding.ts";
import { grouped } from "./grouped.ts";
import type { LineRow, Rows } from "./rows.ts";

/** What does not hold of the product's rows by themselves (I3, I5-I8). */
export function brokenRows(rows: Rows): string[] {
  return [
    ...brokenPapers(rows),
    ...brokenNumbers(rows),
    ...brokenPeriods(rows),
    ...brokenCounts(rows),
    ...brokenReceivables(rows),
    ...brokenCommissions(rows),
    ...brokenPayouts(rows),
  ];
}

function brokenPapers({ papers, lines }: Rows): string[] {
  const of = grouped(lines, ({ paper }) => paper);
  return papers.flatMap(({ id, net, tax, total }) => {
    const own = of.get(id) ?? [];
    const adds = sum(own.map((line) => line.net)) === net && sum(own.map((line) => line.tax)) === tax;
    return adds && net + tax === total && total > 0n ? [] : [`${id} does not add up`];
  });
}

function brokenNumbers({ papers }: Rows): string[] {
  const series = grouped(papers, ({ seller, kind }) => `${kind}s of ${seller}`);
  return [...series].flatMap(([name, all]) => {
    const numbers = all.map(({ number }) => number);
    return numbers.every((number, index) => number === BigInt(index + 1)) ? [] : [`${name}: ${numbers}`];
  });
}

/** Each charge that recurs is of one period of its subscription, counted from the anchor, and of no other's. */
function brokenPeriods({ subscriptions, lines }: Rows): string[] {
  const recurring = lines.filter(({ kind }) => kind === "new" || kind === "renewal");
  const charged = grouped(recurring, ({ subscription }) => subscription);
  return [
    ...twice(recurring.map(({ subscription, from }) => `${subscription} from ${from}`)).map(
      (period) => `${period} is charged twice`,
    ),
    ...subscriptions.flatMap(({ id, anchor, interval, period }) =>
      (charged.get(id) ?? [])
        .filter((line) => !isPeriod(line, anchor, interval, period))
        .map(({ from, to }) => `${id} has no period from ${from} to ${to}`),
    ),
  ];
}

/** Each day of a customer's meter is counted once, and what is noted as charged is what stands on lines. */
function brokenCounts({ papers, lines, counts }: Rows): string[] {
  const customers = new Map(papers.map(({ id, customer }) => [id, customer]));
  const charged = lines.filter(({ meter }) => meter !== null);
  const meters = grouped(counts, ({ customer, meter }) => `${customer} ${meter}`);
  return [
    ...[...meters].flatMap(([name, all]) => {
      const inOrder = all.toSorted((one, other) => (one.countedFrom < other.countedFrom ? -1 : 1));
      const shares = inOrder.some((one, place) => place > 0 && one.countedFrom < inOrder[place - 1]!.to);
      return shares ? [`days of ${name} are counted twice`] : [];
    }),
    ...differences(
      "usage charged to",
      tally(charged.map(({ paper, meter, net }) => [`${customers.get(paper)} ${meter}`, net])),
      tally(counts.map(({ buyer, meter, billed }) => [`${buyer} ${meter}`, billed])),
    ),
  ];
}

function isPeriod({ from, to }: LineRow, anchor: string, interval: Interval, begun: number): boolean {
  for (let n = 0; n < begun; n++)
    if (periodStart(anchor, interval, n) === from) return periodStart(anchor, interval, n + 1) === to;
  return false;
}

function brokenReceivables({ papers, transfers }: Rows): string[] {
  const entries = transfers.flatMap(({ book, currency, debit, credit, amount }): [string, bigint][] => [
    [`${book} ${currency} ${debit}`, amount],
    [`${book} ${currency} ${credit}`, -amount],
  ]);
  const open = papers
    .filter(({ state }) => state === "open" || state === "uncollectible")
    .map(({ seller, currency, customer, total }): [string, bigint] => [
      `${seller} ${currency} receivable:${customer}`,
      total,
    ]);
  const receivable = entries.filter(([key]) => key.includes(" receivable:"));
  return differences("receivable", tally(receivable), tally(open));
}

/**
 * One decision for each line of a paid invoice and one for each line that a credit note takes from; owed is their sum, less what was sent
 * and has not come back.
 */
function brokenCommissions({ papers, lines, commissions, payouts, transfers }: Rows): string[] {
  const paid = new Map(papers.map((paper) => [paper.id, paper]));
  const key = (paper: string, position: number): [string, bigint] => [`${paper}/${position}`, 1n];
  const wanted = lines.filter(({ paper }) => {
    const { state, kind, of } = paid.get(paper)!;
    // What is taken back before it was paid has earned nothing.
    return state === "paid" || (kind === "credit_note" && paid.get(of!)!.state === "paid");
  });
  const owed = transfers.flatMap(({ currency, debit, credit, amount }): [string, bigint][] => [
    [`${currency} ${debit}`, -amount],
    [`${currency} ${credit}`, amount],
  ]);
  return [
    ...differences(
      "decisions of",
      tally(commissions.map(({ invoice, creditNote, position }) => key(creditNote ?? invoice, position))),
      tally(wanted.map(({ paper, position }) => key(paper, position))),
    ),
    ...differences(
      "owed",
      tally(owed.filter(([account]) => account.includes(" commission_owed:"))),
      tally([
        ...commissions.map(({ currency, reseller, amount }): [string, bigint] => [
          `${currency} commission_owed:${reseller}`,
          amount,
        ]),
        ...payouts
          .filter(({ state }) => state === "sent" || state === "completed")
          .map(({ currency, reseller, amount }): [string, bigint] => [
            `${currency} commission_owed:${reseller}`,
            -amount,
          ]),
      ]),
    ),
  ];
}

/** No line is held by two payouts, what came to nothing holds none, and each pays what its lines come to. */
function brokenPayouts({ payouts, payoutLines, commissions }: Rows): string[] {
  const amounts = new Map(commissions.map(({ id, amount }) => [id, amount]));
  const held = payoutLines.filter(({ released }) => !released);
  const over = payouts.filter(({ state }) => state === "failed" || state === "cancelled").map(({ id }) => id);
  return [
    ...twice(held.map(({ commission }) => commission)).map((line) => `${line} is in two payouts`),
    ...held.filter(({ payout }) => over.includes(payout)).map(({ payout }) => `${payout} holds lines still`),
    ...differences(
      "payout",
      tally(payouts.map(({ id, amount }) => [id, amount])),
      tally(payoutLines.map(({ payout, commission }) => [payout, amounts.get(commission) ?? 0n])),
    ),
  ];
}
