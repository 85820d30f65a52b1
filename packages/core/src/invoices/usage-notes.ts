import type { LineUsage } from "../overages/schemas.ts";

/** How a document writes what its sentences hold. */
interface Writing {
  meter(key: string): string;
  number(units: number): string;
  money(amountMinor: number): string;
}

/** What a sentence about usage holds, written. */
type Holds = Partial<
  Record<"meter" | "units" | "included" | "over" | "blocks" | "price" | "size" | "amount", string>
>;

/** What explains a line of usage, as keys of the words of `paper` and what they hold. Pure. */
export function usageNotes(usage: LineUsage | null, { meter, number, money }: Writing) {
  if (!usage) return [];
  const { units, includedUnits, blocks, blockUnits, blockMinor, chargedMinor, creditedMinor } = usage;
  const note = <Key extends string>(key: Key, holds: Holds) => ({ key, holds });
  const used = { meter: meter(usage.meter), units: number(units), included: number(includedUnits) };
  const price = { blocks: number(blocks), price: money(blockMinor), size: number(blockUnits) };
  return [
    note("usage.used", { ...used, over: number(Math.max(0, units - includedUnits)) }),
    note(blockUnits === 1 ? "usage.each" : "usage.blocks", price),
    ...(chargedMinor > 0 ? [note("usage.charged", { amount: money(chargedMinor) })] : []),
    ...(creditedMinor > 0 ? [note("usage.takenOff", { amount: money(creditedMinor) })] : []),
  ];
}
