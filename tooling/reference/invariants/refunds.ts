import type { Invoice } from "../invoices.ts";
import type { World } from "../world.ts";
import { type Tally, tally } from "./tally.ts";

/** I6: never more is refunded than was paid, on no line, and a whole refund leaves exactly nothing. */
export function brokenRefunds(world: World): string[] {
  const given = tally(
    world.creditNotes.flatMap(({ invoice, lines }) =>
      lines.flatMap(({ line, net, tax }): [string, bigint][] => [
        [invoice, net + tax],
        [`${invoice}/${line} net`, net],
        [`${invoice}/${line} tax`, tax],
      ]),
    ),
  );
  const earned = tally(world.commissions.map(({ invoice, amount }) => [invoice, amount]));
  return [
    ...world.invoices
      .filter(({ id, closed, total }) => closed === "void" && given.get(id) !== total)
      .map(({ id }) => `${id} is void and not taken back whole`),
    ...world.creditNotes
      .flatMap(({ id, lines }) => lines.map((line) => ({ id, ...line })))
      .filter(({ net, tax }) => net < 0n || tax < 0n)
      .map(({ id }) => `${id} takes something back`),
    ...world.invoices
      .filter(({ id }) => given.has(id))
      .flatMap((invoice) => brokenRefund(invoice, given, earned.get(invoice.id) ?? 0n)),
  ];
}

function brokenRefund(
  { id, paidOn, closed, total, lines }: Invoice,
  given: Tally,
  commission: bigint,
): string[] {
  const all = given.get(id)! === total;
  return lines
    .flatMap(({ net, tax }, index): [string, bigint][] => [
      [`${id}/${index} net`, net],
      [`${id}/${index} tax`, tax],
    ])
    .flatMap(([part, whole]) => {
      const left = whole - (given.get(part) ?? 0n);
      if (left < 0n) return [`${part} is refunded more than whole`];
      return all && left !== 0n ? [`${part} keeps ${left} after a whole refund`] : [];
    })
    .concat(paidOn === null && closed !== "void" ? [`${id} is refunded and was never paid`] : [])
    .concat(given.get(id)! > total ? [`${id} is refunded more than whole`] : [])
    .concat(all && commission !== 0n ? [`${id} keeps a commission of ${commission}`] : [])
    .concat(commission < 0n ? [`${id} takes more commission back than it earned`] : []);
}
