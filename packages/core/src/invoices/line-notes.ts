/** What explains a line's amount. */
interface Explained {
  quantity: number;
  unitMinor: number | null;
  prior: { unitMinor: number; quantity: number } | null;
  days: { charged: number; of: number } | null;
  creditedMinor: number | null;
  netMinor: number;
  taxMinor: number;
  taxBps: number;
  usage: unknown;
}

/** How a document writes what its sentences hold. */
interface Writing {
  number(count: number): string;
  money(amountMinor: number): string;
}

/** What a sentence about a line holds, written. */
type Holds = Partial<
  Record<"quantity" | "price" | "wasQuantity" | "wasPrice" | "days" | "of" | "amount" | "whole", string>
>;

/**
 * What explains a line, as keys of the words of `paper` and what they hold: the price of one, what ran before a change, of how many days it charges
 * how many, or of how much a credit takes how much. Lines issued before these were kept have none; usage explains itself (usage-notes.ts). Pure.
 */
export function lineNotes(line: Explained, pricesIncludeTax: boolean, { number, money }: Writing) {
  const { quantity, unitMinor, prior, days, creditedMinor, netMinor, taxMinor, taxBps, usage } = line;
  const note = <Key extends string>(key: Key, holds: Holds = {}) => ({ key, holds });
  const amountMinor = netMinor + taxMinor;
  if (creditedMinor !== null && creditedMinor !== amountMinor)
    return [note("line.part", { amount: money(amountMinor), whole: money(creditedMinor) })];
  if (unitMinor === null || usage) return [];
  const price = { quantity: number(quantity), price: money(unitMinor) };
  const was = prior && { wasQuantity: number(prior.quantity), wasPrice: money(prior.unitMinor) };
  return [
    was ? note("line.change", { ...price, ...was }) : note("line.unit", price),
    ...(days && days.charged < days.of
      ? [note("line.days", { days: number(days.charged), of: number(days.of) })]
      : []),
    ...(pricesIncludeTax && taxBps === 0 ? [note("line.less")] : []),
  ];
}

/** What a line comes to in the column of amounts: with its tax where the prices hold it, so that the lines add up to what was promised. Pure. */
export function lineAmount(
  { netMinor, taxMinor }: Pick<Explained, "netMinor" | "taxMinor">,
  pricesIncludeTax: boolean,
): number {
  return pricesIncludeTax ? netMinor + taxMinor : netMinor;
}
