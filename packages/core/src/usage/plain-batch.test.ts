import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "../kernel/ids.ts";
import { plainBatch } from "./plain-batch.ts";
import { ingestInput, usageBatch } from "./schemas.ts";

const mostly = <T>(good: fc.Arbitrary<T>, odd: fc.Arbitrary<unknown>) =>
  fc.oneof({ arbitrary: good as fc.Arbitrary<unknown>, weight: 12 }, { arbitrary: odd, weight: 1 });
const instant = (min: number, max: number) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true }).map((date) => date.toISOString());
const fields = {
  source: mostly(fc.constantFrom("bot", "a b"), fc.constantFrom("ü", "", "x".repeat(65), 7)),
  eventId: mostly(fc.string({ minLength: 1, maxLength: 128 }), fc.string({ unit: "binary", maxLength: 4 })),
  meter: mostly(fc.constantFrom("messages", "carrots"), fc.constantFrom("", "x".repeat(41))),
  quantity: mostly(fc.nat(1_000_000_000), fc.constantFrom(1_000_000_001, -1, 1.5, Number.NaN, "1", null)),
  at: mostly(
    instant(0, 4e12),
    fc.oneof(
      instant(-1e13, 2.6e14),
      fc.constantFrom(
        "2026-02-30T00:00:00.000Z",
        "2026-11-21T10:00:00+01:00",
        "2026-11-21T10:00:00.123456Z",
        "now",
        0,
      ),
    ),
  ),
};
const account = mostly(
  fc.constantFrom<object>(
    { accountId: newId() },
    { externalId: "c1" },
    { accountId: undefined, externalId: "c" },
  ),
  fc.constantFrom<object>(
    {},
    { accountId: newId(), externalId: "c1" },
    { accountId: newId().toUpperCase() },
    { accountId: "x" },
    { externalId: "" },
    { externalId: "c\u0000" },
    { externalId: "c1", more: 1 },
  ),
);
const event = fc
  .tuple(fc.record(fields), account)
  .map(([rest, named]) => ({ ...rest, ...(named as object) }));

it("passes nothing that the schema refuses or would change", () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(event, { maxLength: 2 }), (events) => {
      const quick = plainBatch({ events });
      if (!quick) return;
      plain++;
      expect(usageBatch.parse({ events }).events).toEqual(quick);
    }),
    { numRuns: 5_000 },
  );
  expect(plain).toBeGreaterThan(500);
});

it("lets what it does not know be judged by the schema", () => {
  const odd = { source: "bot", eventId: "ü", meter: "messages", externalId: "c1", quantity: 1 };
  expect(plainBatch({ events: [{ ...odd, at: "2026-11-21T10:00:00+01:00" }] })).toBeUndefined();
  expect(ingestInput.parse({ ...odd, at: "2026-11-21T10:00:00+01:00" })).toEqual([
    { ...odd, at: "2026-11-21T09:00:00.000Z" },
  ]);
});
