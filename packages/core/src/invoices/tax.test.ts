import { expect, it } from "vitest";
import { taxOf, taxOn } from "./tax.ts";

const seller = { name: "Brightline", address: "", country: "DE", taxId: "DE318402776", taxBps: 1_900 };
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
])("%s", (_name, from, to, bps, reason) => expect(taxOf(from, to)).toEqual({ bps, reason }));

it("rounds each line half to even", () => {
  const on = (amountMinor: bigint, bps: number) =>
    taxOn({ currency: "EUR", amountMinor }, { bps, reason: "standard" }).amountMinor;
  expect(on(36_500n, 1_900)).toBe(6_935n);
  expect(on(50n, 500)).toBe(2n);
  expect(on(150n, 500)).toBe(8n);
});
