import fc from "fast-check";
import type { Draft } from "./drafts.ts";
import type { History } from "./history.ts";
import { metered, prices, setups } from "./random-setup.ts";
import { tellings } from "./steps.ts";
import { type Meter, meters } from "./usage.ts";

/** Random histories of so many drafts. One that fails shrinks by leaving drafts out and by making the others smaller. */
export function histories(length: number): fc.Arbitrary<History> {
  return fc.record({ setup: setups, drafts: new ListOf(length) });
}

/** A list that is made at its full length, and of any length below once it shrinks. */
class ListOf extends fc.Arbitrary<Draft[]> {
  private readonly full;
  private readonly any;

  constructor(length: number) {
    super();
    this.full = fc.array(drafts, { minLength: length, maxLength: length });
    this.any = fc.array(drafts, { maxLength: length });
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Draft[]> {
    return this.full.generate(random, bias);
  }

  override canShrinkWithoutContext(value: unknown): value is Draft[] {
    return this.any.canShrinkWithoutContext(value);
  }

  override shrink(value: Draft[], context: unknown): fc.Stream<fc.Value<Draft[]>> {
    return this.any.shrink(value, context);
  }
}

const nth = fc.nat({ max: 50 });
const quantity = fc.integer({ min: 1, max: 9 });
const bps = fc.oneof(fc.constantFrom(0, 1, 3333, 1250, 10_000), fc.integer({ min: 0, max: 5000 }));
const days = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 3, arbitrary: fc.integer({ min: 28, max: 35 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60, max: 120 }) },
);
const trialDays = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 40 }) },
);

/** How many days ago something was used: now, or in a period that has long been charged. */
const back = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 15, max: 70 }) },
);

const told = fc.constantFrom(...tellings);

const drafts: fc.Arbitrary<Draft> = fc.oneof(
  draft(14, ["wait"], { days }),
  draft(10, ["sell"], { nth, nthPlan: nth, quantity, trialDays }),
  draft(12, ["change"], { nth, nthPlan: orNull(nth), quantity: orNull(quantity) }),
  draft(5, ["cancel", "reactivate"], { nth }),
  draft(10, ["set rate"], {
    nth,
    source: fc.constantFrom("customer", "customer", "plan", "agreement", "reseller"),
    by: fc.constantFrom("agency", "reseller"),
    bps: fc.option(bps, { nil: null, freq: 6 }),
  }),
  draft(3, ["say rate again"], { nth }),
  draft(30, ["use"], {
    nth,
    meter: fc.constantFrom(...(Object.keys(meters) as Meter[])),
    back,
    quantity: fc.bigInt(0n, 60n),
  }),
  draft(2, ["set price"], { nth, unitPrice: prices, metered: orNull(metered) }),
  draft(3, ["set type"], { nth, type: fc.constantFrom("commission", "commission", "own_plans") }),
  draft(28, ["pay"], { nth, told }),
  draft(8, ["refund"], { nth, permille: fc.nat({ max: 999 }), told }),
  draft(3, ["pay and refund"], { nth, permille: fc.nat({ max: 999 }), told }),
  draft(3, ["refund rest", "charge back"], { nth, told }),
  draft(3, ["void", "give up"], { nth }),
  draft(14, ["draft payouts", "pay out", "pay out"], { nth, minimum: fc.constantFrom(0n, 1n, 5000n) }),
  draft(9, ["send payout", "cancel payout", "complete payout", "fail payout"], { nth }),
  draft(4, ["move"], { nth, nthReceiver: nth }),
  draft(1, ["stop"], { nth }),
  draft(3, ["restart"], { nth }),
);

/** The drafts that do `Do`. */
type Doing<Do, Any = Draft> = Any extends { do: string } ? (Do extends Any["do"] ? Any : never) : never;

function draft<Do extends Draft["do"]>(
  weight: number,
  does: Do[],
  rest: { [Key in keyof Omit<Doing<Do>, "do">]: fc.Arbitrary<Doing<Do>[Key]> },
): fc.WeightedArbitrary<Draft> {
  const arbitrary = fc.record({ do: fc.constantFrom(...does), ...rest });
  return { weight, arbitrary: arbitrary as unknown as fc.Arbitrary<Draft> };
}

function orNull<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(arbitrary, { nil: null, freq: 3 });
}
