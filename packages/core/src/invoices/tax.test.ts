import fc from "fast-check";
import { expect, it } from "vitest";
import { shareRefund } from "../payments/share-refund.ts";
import { includedBpsOf, type Tax, taxLines, taxOf, taxOn } from "./tax.ts";

const seller = { name: "Brightline", address: "", country: "DE", taxId: "DE318402776", taxBps: 1_900 };
const atHome: Tax = { bps: 1_900, reason: "standard" };
const buyer = { name: "Lindenhof", address: "", country: "DE", taxId: null };

it.each([
  ["at home, whoever buys", seller, { ...buyer, taxId: "DE204118930" }, 1_900, "standard"],
  ["a private buyer abroad as at home", seller, { ...buyer, country: "AT" }, 1_900, "standard"],
  [
    "a buyer of no known country as at home",
    seller,
    { ...buyer, country: null, taxId: "X1" },
    1_900,
    "standard",
  ],
  [
    "a business abroad owes it itself",
    seller,
    { ...buyer, country: "AT", taxId: "ATU1" },
    0,
    "reverse_charge",
  ],
  ["who is not registered charges none", { ...seller, taxId: null }, buyer, 0, "outside_scope"],
  ["who is registered and exempt charges none", { ...seller, taxBps: 0 }, buyer, 0, "exempt"],
])("%s", (_name, from, to, bps, reason) =>
  expect(taxOf({ ...from, pricesIncludeTax: false }, to)).toEqual({ bps, reason }),
);

it("rounds each line half to even", () => {
  const on = (amountMinor: bigint, bps: number) =>
    taxOn({ currency: "EUR", amountMinor }, { bps, reason: "standard" }).amountMinor;
  expect(on(36_500n, 1_900)).toBe(6_935n);
  expect(on(50n, 500)).toBe(2n);
  expect(on(150n, 500)).toBe(8n);
});

const euros = (amounts: readonly bigint[]) =>
  amounts.map((amountMinor) => ({ currency: "EUR", amountMinor }));
const gross = { ...seller, pricesIncludeTax: true };

it("takes the tax out of prices that hold it, once for all lines, and shares it out so that they stay what was promised", () => {
  expect(taxLines(euros([11_900n]), gross, atHome)).toEqual([{ netMinor: 10_000n, taxMinor: 1_900n }]);
  // Of 29.97 in all 4.785 is tax; line by line it would be 1.60 three times, a cent more.
  expect(taxLines(euros([999n, 999n, 999n]), gross, atHome).map(({ taxMinor }) => taxMinor)).toEqual([
    ...[160n, 160n, 159n],
  ]);
  expect(taxLines(euros([2n, 2n, 2n]), gross, atHome)).toEqual([
    { netMinor: 1n, taxMinor: 1n },
    { netMinor: 2n, taxMinor: 0n },
    { netMinor: 2n, taxMinor: 0n },
  ]);
});

it("lets who owes the tax itself pay what is left of the price without it", () => {
  const owes: Tax = { bps: 0, reason: "reverse_charge" };
  expect(taxLines(euros([11_900n]), gross, owes)).toEqual([{ netMinor: 10_000n, taxMinor: 0n }]);
  expect(taxLines(euros([10_000n]), { ...gross, pricesIncludeTax: false }, owes)).toEqual([
    { netMinor: 10_000n, taxMinor: 0n },
  ]);
});

it.each([
  ["is not registered", { ...gross, taxId: null }, "outside_scope"],
  ["is exempt", { ...gross, taxBps: 0 }, "exempt"],
] as const)("finds no tax in the prices of who %s: the whole price is paid", (_name, from, reason) => {
  expect(includedBpsOf(from)).toBe(0);
  expect(taxLines(euros([11_900n]), from, { bps: 0, reason })).toEqual([{ netMinor: 11_900n, taxMinor: 0n }]);
});

const lines = fc.array(fc.tuple(fc.bigInt(1n, 2_000_000n), fc.bigInt(1n, 10_000n)), {
  ...{ minLength: 1, maxLength: 12 },
});

it("adds up to the prices exactly, whatever they, their quantities and the rate are, and so do refunds of them", () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 10_000 }), fc.bigInt(1n, 100n), (sold, bps, share) => {
      const prices = sold.map(([unit, quantity]) => unit * quantity);
      const promised = prices.reduce((sum, price) => sum + price, 0n);
      const from = { ...gross, taxBps: bps };
      const taxed = taxLines(euros(prices), from, { bps, reason: "standard" });
      const sumOf = (of: "netMinor" | "taxMinor") => taxed.reduce((sum, line) => sum + line[of], 0n);
      for (const [index, { netMinor, taxMinor }] of taxed.entries()) {
        expect(netMinor + taxMinor).toBe(prices[index]);
        expect(netMinor).toBeGreaterThanOrEqual(0n);
        expect(taxMinor).toBeGreaterThanOrEqual(0n);
        // Each line's tax is within a cent of its own.
        expect(away(taxMinor, prices[index]!, bps)).toBeLessThanOrEqual(1);
      }
      expect(sumOf("netMinor") + sumOf("taxMinor")).toBe(promised);
      // The tax of all is the one nearest to what it is exactly, and so within a cent of the rate on the net.
      expect(away(sumOf("taxMinor"), promised, bps)).toBeLessThanOrEqual(0.5);
      const onNet = sumOf("netMinor") * BigInt(bps) - sumOf("taxMinor") * 10_000n;
      expect(onNet <= 10_000n && onNet >= -10_000n).toBe(true);
      const owed = taxLines(euros(prices), from, { bps: 0, reason: "reverse_charge" });
      expect(owed).toEqual(taxed.map(({ netMinor }) => ({ netMinor, taxMinor: 0n })));
      const refundable = taxed.map((line, index) => ({
        ...{ ...line, position: index + 1, netGone: 0n, taxGone: 0n },
      }));
      const asked = (promised * share) / 100n;
      const back = shareRefund(refundable, asked);
      const given = back.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0n);
      expect(given).toBe(asked);
      const rest = refundable.map((line) => {
        const part = back.find(({ position }) => position === line.position);
        return part ? { ...line, netGone: part.netGone, taxGone: part.taxMinor } : line;
      });
      if (given === promised) return;
      for (const { position, netMinor, taxMinor } of shareRefund(rest, promised - given)) {
        const line = rest[position - 1]!;
        expect([line.netGone + netMinor, line.taxGone + taxMinor]).toEqual([line.netMinor, line.taxMinor]);
      }
    }),
    { numRuns: 500 },
  );
});

/** How far the tax of a price is from the exact one, in cents; exact enough here because the difference is told in whole parts of a bps. */
function away(taxMinor: bigint, priceMinor: bigint, bps: number): number {
  const whole = 10_000n + BigInt(bps);
  return Math.abs(Number(taxMinor * whole - priceMinor * BigInt(bps)) / Number(whole));
}
