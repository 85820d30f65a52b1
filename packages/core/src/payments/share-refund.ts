import { partGone } from "../commissions/rules.ts";
import { shareOut } from "../kernel/money.ts";

/** A line of an invoice, and what of it has been given back so far. */
export interface RefundableLine {
  position: number;
  netMinor: bigint;
  taxMinor: bigint;
  netGone: bigint;
  taxGone: bigint;
}

/** What a refund takes from a line. */
export interface LineRefund {
  position: number;
  netMinor: bigint;
  taxMinor: bigint;
  /** What of the line's net has been given back with it. */
  netGone: bigint;
}

/**
 * Shares a refund, tax included, out over the lines by what is left of each. What is given back of a line in all says what of it is net, so
 * that a whole refund in any number of steps leaves exactly nothing. Throws a RangeError for more than is left.
 */
export function shareRefund(lines: readonly RefundableLine[], amountMinor: bigint): LineRefund[] {
  const grossOf = ({ netMinor, taxMinor }: RefundableLine) => netMinor + taxMinor;
  const goneOf = ({ netGone, taxGone }: RefundableLine) => netGone + taxGone;
  const left = lines.map((line) => grossOf(line) - goneOf(line));
  if (amountMinor > left.reduce((sum, one) => sum + one, 0n)) throw new RangeError("More than is left");
  const parts = shareOut(amountMinor, left);
  return lines.flatMap((line, index) => {
    const part = parts[index]!;
    if (part === 0n) return [];
    const netGone = partGone(line.netMinor, goneOf(line) + part, grossOf(line));
    const netMinor = netGone - line.netGone;
    return [{ position: line.position, netMinor, taxMinor: part - netMinor, netGone }];
  });
}
