import fc from "fast-check";
import { expect, it } from "vitest";
import { type RefundableLine, shareRefund } from "./share-refund.ts";

const line = (position: number, netMinor: bigint, taxMinor: bigint): RefundableLine => ({
  ...{ position, netMinor, taxMinor, netGone: 0n, taxGone: 0n },
});

it("shares by what is left of each line, and says what of it is net", () => {
  const lines = [line(1, 24_900n, 4_731n), line(2, 9_200n, 1_748n)];
  expect(shareRefund(lines, 10_000n)).toEqual([
    { position: 1, netMinor: 6_136n, taxMinor: 1_166n, netGone: 6_136n },
    { position: 2, netMinor: 2_267n, taxMinor: 431n, netGone: 2_267n },
  ]);
  expect(() => shareRefund(lines, 40_580n)).toThrow(RangeError);
});

const amounts = fc.array(fc.tuple(fc.bigInt(0n, 100_000n), fc.bigInt(0n, 30_000n)), {
  minLength: 1,
  maxLength: 6,
});

it("leaves exactly nothing of a whole refund, in any steps, and is never below zero", () => {
  fc.assert(
    fc.property(amounts, fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 6 }), (nets, shares) => {
      let lines = nets.map(([net, tax], index) => line(index + 1, net, tax));
      let left = nets.reduce((sum, [net, tax]) => sum + net + tax, 0n);
      for (const share of [...shares, 100]) {
        const amount = (left * BigInt(share)) / 100n;
        if (amount === 0n) continue;
        const parts = shareRefund(lines, amount);
        expect(parts.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0n)).toBe(amount);
        expect(parts.every(({ netMinor, taxMinor }) => netMinor >= 0n && taxMinor >= 0n)).toBe(true);
        lines = lines.map((one) => {
          const part = parts.find(({ position }) => position === one.position);
          return part ? { ...one, netGone: part.netGone, taxGone: one.taxGone + part.taxMinor } : one;
        });
        left -= amount;
      }
      expect(left).toBe(0n);
      for (const { netMinor, taxMinor, netGone, taxGone } of lines)
        expect([netGone, taxGone]).toEqual([netMinor, taxMinor]);
    }),
    { numRuns: 500 },
  );
});
