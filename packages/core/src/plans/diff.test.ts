import { describe, expect, it } from "vitest";
import { diffTerms } from "./diff.ts";
import { costsIn, margins } from "./margin.ts";
import { terms } from "./terms.ts";

const first = terms.parse({
  prices: [{ currency: "EUR", interval: "month", amountMinor: 4_900 }],
  meters: [
    {
      meter: "messages",
      includedUnits: 10_000,
      blockUnits: 1_000,
      hardCapUnits: 20_000,
      overages: [{ currency: "EUR", amountMinor: 400, costMinor: 150 }],
    },
    { meter: "team_members", includedUnits: 3 },
  ],
});
const second = terms.parse({
  prices: [
    { currency: "EUR", interval: "month", amountMinor: 5_900 },
    { currency: "JPY", interval: "year", amountMinor: 90_000 },
  ],
  meters: [
    {
      meter: "messages",
      includedUnits: 10_000,
      blockUnits: 1_000,
      overages: [{ currency: "EUR", amountMinor: 500, costMinor: 150 }],
    },
    { meter: "whatsapp_messages", includedUnits: 5 },
  ],
});

describe("the difference between versions", () => {
  it("names what came, went and changed, and nothing else", () => {
    expect(diffTerms(first, second)).toEqual([
      { of: "price", currency: "EUR", interval: "month", before: 4_900, after: 5_900 },
      { of: "price", currency: "JPY", interval: "year", before: null, after: 90_000 },
      { of: "hardCapUnits", meter: "messages", before: 20_000, after: null },
      { of: "overage", meter: "messages", currency: "EUR", before: 400, after: 500 },
      { of: "includedUnits", meter: "team_members", before: 3, after: null },
      { of: "blockUnits", meter: "team_members", before: 1, after: null },
      { of: "includedUnits", meter: "whatsapp_messages", before: null, after: 5 },
      { of: "blockUnits", meter: "whatsapp_messages", before: null, after: 1 },
    ]);
    expect(diffTerms(first, first)).toEqual([]);
  });
});

describe("margin", () => {
  const net = { priceBps: 0, costBps: 0 };
  const priced = terms.parse({ ...first, meters: [first.meters[0]] });

  it("is the price less what the included units cost, twelve months of them for a year", () => {
    expect(margins(priced, costsIn(priced, "costMinor"), net)).toEqual([
      { currency: "EUR", interval: "month", amountMinor: 4_900, costMinor: 1_500, marginMinor: 3_400 },
    ]);
    const yearly = {
      ...priced,
      prices: [{ currency: "EUR", interval: "year" as const, amountMinor: 10_000 }],
    };
    expect(margins(yearly, costsIn(priced, "amountMinor"), net)[0]).toMatchObject({
      costMinor: 48_000,
      marginMinor: -38_000,
    });
  });

  it("is net of the tax that is in the price and in what another asks", () => {
    const taxed = { ...priced, prices: [{ ...priced.prices[0]!, amountMinor: 5_831 }] };
    expect(margins(taxed, costsIn(priced, "costMinor"), { priceBps: 1_900, costBps: 0 })).toMatchObject([
      { amountMinor: 4_900, costMinor: 1_500, marginMinor: 3_400 },
    ]);
    expect(margins(priced, costsIn(priced, "costMinor"), { priceBps: 0, costBps: 2_500 })).toMatchObject([
      { amountMinor: 4_900, costMinor: 1_200, marginMinor: 3_700 },
    ]);
  });

  it("is not told where a cost is not known", () => {
    expect(margins(first, costsIn(first, "costMinor"), net)).toEqual([]);
    expect(margins({ ...priced, meters: [] }, costsIn(priced, "costMinor"), net)).toEqual([]);
  });
});
