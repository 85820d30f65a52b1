import { expect, it } from "vitest";
import { makeWindows, type Partition } from "./windows.ts";

const key = (of: string): Partition => ({ policy: "key", of, quota: 3 });
const tenant: Partition = { policy: "tenant", of: "t", quota: 5 };

it("lets the quota through and no more, until the window ends", () => {
  let now = 0;
  const take = makeWindows(60, () => now);
  const all = [1, 2, 3, 4].map(() => take([key("a")]));
  expect(all.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
  expect(all.map(({ taken }) => taken[0]!.remaining)).toEqual([2, 1, 0, 0]);
  now = 59_999;
  expect(take([key("a")])).toMatchObject({ allowed: false, taken: [{ resetSeconds: 1 }] });
  now = 60_000;
  expect(take([key("a")])).toMatchObject({ allowed: true, taken: [{ remaining: 2, resetSeconds: 60 }] });
});

it("counts each caller alone and the tenant together, and a refusal against nobody", () => {
  const take = makeWindows(60, () => 0);
  for (let n = 0; n < 3; n++) expect(take([key("a"), tenant]).allowed).toBe(true);
  // Spent by its own quota: the tenant's is not touched by what is refused.
  for (let n = 0; n < 10; n++) expect(take([key("a"), tenant]).allowed).toBe(false);
  expect(take([key("b"), tenant]).taken.map(({ remaining }) => remaining)).toEqual([2, 1]);
  expect(take([key("b"), tenant]).allowed).toBe(true);
  expect(take([key("b"), tenant])).toMatchObject({
    allowed: false,
    taken: [{ remaining: 1 }, { remaining: 0 }],
  });
});

it("forgets windows that have ended", () => {
  let now = 0;
  const take = makeWindows(1, () => now);
  for (let n = 0; n < 50_000; n++) take([key(String(n))]);
  now = 2_000;
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 50_000; n++) take([key(`next ${n}`)]);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
});

it("keeps no more than a number of them, of those that go on the youngest", () => {
  const take = makeWindows(60, () => 0);
  for (let n = 0; n < 60_000; n++) take([key(String(n))]);
  expect(take([key("59999")]).taken[0]!.remaining).toBe(1);
  expect(take([key("0")]).taken[0]!.remaining).toBe(2);
});
