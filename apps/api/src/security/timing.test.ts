import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newInvitation } from "../testing/fixtures.ts";
import { mannWhitney, median } from "../testing/mann-whitney.ts";
import { inhabit, newPerson, openWorld, type World } from "../testing/world.ts";

// T20: what the time of an answer tells. Long, and only meaningful on a quiet machine: SOAK=1.
const samples = 400;
const warmUp = 40;
/** 25 comparisons are made in all, and together they may cry wolf once in a hundred runs. */
const likely = 0.01 / 25;
const tellableMs = 3;

describe("the statistic", () => {
  it("gives the values of the textbooks", () => {
    expect(mannWhitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(0.012186, 5);
    const depths = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    expect(mannWhitney(depths, [1.15, 0.88, 0.9, 0.74, 1.21])).toBeCloseTo(0.244624, 5);
    // With the ties 2 2 and 3 3 3.
    expect(mannWhitney([1, 2, 2, 3, 3], [3, 4, 5, 6, 7])).toBeCloseTo(0.019624, 5);
    expect(mannWhitney([4, 4, 4], [4, 4, 4])).toBe(1);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it("tells 3 ms apart in noise of 5, and one distribution from itself it does not", () => {
    // Evenly spread, in an order of no meaning: the test looks at ranks only.
    const spread = Array.from({ length: samples }, (_, at) => 40 + ((at * 7919) % samples) / 80);
    expect(mannWhitney(spread, spread.toReversed())).toBeGreaterThan(0.9);
    expect(
      mannWhitney(
        spread,
        spread.map((ms) => ms + 3),
      ),
    ).toBeLessThan(likely);
  });
});

if (process.env.SOAK === "1") {
  describe("an answer takes no longer for one address than for another", () => {
    let world: World;
    let other: World;
    beforeAll(async () => {
      world = await openWorld();
      other = await inhabit(world.web);
      // Each try comes from a network of its own, so that no limit gets in the way.
      world.web.app.config.trustedProxies.push("127.0.0.1");
    }, 60_000);
    afterAll(() => world.web.close());

    it("at sign-in", async () => {
      const times = await measure((email) => ({
        path: "/api/v1/session",
        body: { email, password: "wrong" },
      }));
      compareAll(times);
    }, 900_000);

    it("at forgot", async () => {
      const times = await measure((email) => ({ path: "/api/v1/password/forgot", body: { email } }));
      compareAll(times);
    }, 900_000);

    async function addresses(): Promise<Record<string, string>> {
      const place = world.places.agency;
      const disabled = await newPerson(world.web, place, "viewer");
      const text = "update users set status = 'disabled' where id = $1";
      await world.web.app.admin.query(text, [disabled.userId]);
      const invited = `invited-${crypto.randomUUID()}@example.com`;
      await newInvitation(world.web, place, invited);
      return {
        known: (await newPerson(world.web, place, "viewer")).email,
        unknown: `nobody-${crypto.randomUUID()}@example.com`,
        disabled: disabled.email,
        invited,
        "another agency's": (await newPerson(world.web, other.places.agency, "viewer")).email,
      };
    }

    /** Milliseconds by sort of address; the sorts take turns, in another order each round. */
    async function measure(ask: (email: string) => { path: string; body: object }) {
      const all = Object.entries(await addresses());
      const times: Record<string, number[]> = Object.fromEntries(all.map(([sort]) => [sort, []]));
      let network = 0;
      for (let round = 0; round < warmUp + samples; round++) {
        for (const [sort, email] of shuffled(all)) {
          const { path, body } = ask(email);
          network += 1;
          const headers = { "x-forwarded-for": `10.${network >> 8}.${network & 255}.1` };
          const began = performance.now();
          const { status } = await world.web.ask(world.agency.host, path, { body, headers });
          const taken = performance.now() - began;
          expect(status).not.toBe(429);
          if (round >= warmUp) times[sort]!.push(taken);
        }
      }
      return times;
    }
  });
}

function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** Each sort of address against one that is nobody's. */
function compareAll({ unknown, ...times }: Record<string, number[]>): void {
  for (const [sort, taken] of Object.entries(times)) compare(sort, taken, unknown!);
}

function compare(sort: string, taken: number[], reference: number[]): void {
  const apart = Math.abs(median(taken) - median(reference));
  expect(apart, `${sort}: ${apart.toFixed(2)} ms apart`).toBeLessThan(tellableMs);
  const chance = mannWhitney(taken, reference);
  expect(chance, `${sort}: p = ${chance}`).toBeGreaterThan(likely);
}
