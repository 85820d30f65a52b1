import { sum } from "../rounding.ts";
import type { World } from "../world.ts";

/** I7: lines and tax add up to the total; each seller's numbers have no gap, in either series. */
export function brokenInvoices({ invoices, creditNotes }: World): string[] {
  return [
    ...[...invoices, ...creditNotes].filter(addsUpWrong).map(({ id }) => `${id} does not add up`),
    ...invoices.filter(({ total }) => total <= 0n).map(({ id }) => `${id} asks for nothing`),
    ...brokenSeries("invoices", invoices),
    ...brokenSeries("credit notes", creditNotes),
  ];
}

interface Paper {
  lines: { net: bigint; tax: bigint }[];
  net: bigint;
  tax: bigint;
  total: bigint;
}

function addsUpWrong({ lines, net, tax, total }: Paper): boolean {
  const nets = sum(lines.map((line) => line.net));
  const taxes = sum(lines.map((line) => line.tax));
  return nets !== net || taxes !== tax || nets + taxes !== total;
}

function brokenSeries(series: string, papers: { seller: string; number: number }[]): string[] {
  return [...new Set(papers.map(({ seller }) => seller))].flatMap((seller) => {
    const numbers = papers.filter((paper) => paper.seller === seller).map(({ number }) => number);
    const gapless = numbers.every((number, index) => number === index + 1);
    return gapless ? [] : [`${series} of ${seller} are numbered ${numbers}`];
  });
}
