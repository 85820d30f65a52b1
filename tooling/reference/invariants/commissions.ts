import type { Decision } from "../commissions.ts";
import { halfEven } from "../rounding.ts";
import type { World } from "../world.ts";
import { differences, type Tally, tally, twice } from "./tally.ts";

/** I6: one decision per paid line; earned less taken back is what the lines add up to; no line is paid out twice. */
export function brokenCommissions(world: World): string[] {
  return [
    ...differences("decisions of", decided(world), paidLines(world)),
    ...differences("commission of", tally(world.commissions.map((l) => [key(l), l.amount])), due(world)),
    ...twice(linesInPayouts(world)).map((line) => `${line} is in two payouts`),
    ...differences("payouts of", markedLines(world), tally(linesInPayouts(world).map((id) => [id, 1n]))),
    ...brokenPayouts(world),
  ];
}

function key({ invoice, line }: { invoice: string; line: number }): string {
  return `${invoice}/${line}`;
}

function decided({ decisions }: World): Tally {
  return tally(decisions.map((decision) => [key(decision), 1n]));
}

function paidLines({ invoices }: World): Tally {
  return tally(
    invoices
      .filter(({ paidOn }) => paidOn !== null)
      .flatMap(({ id, lines }) => lines.map((_, line): [string, bigint] => [key({ invoice: id, line }), 1n])),
  );
}

/** What each line should have earned by now: its decision, less the share of it that was refunded. */
function due({ decisions, creditNotes }: World): Tally {
  const refundedNet = tally(
    creditNotes.flatMap(({ invoice, lines }) =>
      lines.map(({ line, net }): [string, bigint] => [key({ invoice, line }), net]),
    ),
  );
  const left = (decision: Decision) =>
    decision.amount - halfEven(decision.amount * (refundedNet.get(key(decision)) ?? 0n), decision.base);
  return tally(decisions.map((decision) => [key(decision), left(decision)]));
}

function linesInPayouts({ payouts }: World): string[] {
  return payouts
    .filter(({ state }) => state !== "failed" && state !== "cancelled")
    .flatMap(({ lines }) => lines);
}

function markedLines({ commissions }: World): Tally {
  return tally(commissions.filter(({ payout }) => payout !== null).map(({ id }) => [id, 1n]));
}

function brokenPayouts({ payouts, commissions }: World): string[] {
  const amounts = new Map(commissions.map(({ id, amount }) => [id, amount]));
  const sums = tally(
    payouts.flatMap(({ id, lines }) => lines.map((line): [string, bigint] => [id, amounts.get(line) ?? 0n])),
  );
  return [
    ...differences("payout", tally(payouts.map(({ id, amount }) => [id, amount])), sums),
    ...payouts.filter(({ amount }) => amount <= 0n).map(({ id }) => `${id} pays nothing or less`),
  ];
}
