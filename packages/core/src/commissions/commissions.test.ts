import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import { updateCustomer } from "../customers/update.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { previewSubscription } from "../subscriptions/preview.ts";
import { addPerson, contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { listCommissions } from "./list.ts";
import { readRate } from "./read-rate.ts";
import { setRate } from "./set-rate.ts";
import { summarizeCommissions } from "./summary.ts";

let app: TestApp;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const monthly = { currency: "EUR", interval: "month" as const };
const fresh = async () => {
  market = await newMarket(app);
  const { agency, agent, customers, plans } = market;
  const set = async (
    as: keyof Market["as"],
    subject: "customer" | "reseller" | "plan",
    id: string,
    rateBps: number | null,
  ) => setRate(await market.as[as](), { subject, id, rateBps });
  const earns = async (as: keyof Market["as"] = "agency") => {
    const sale = { customerId: customers.ofAgent, planId: plans.agencys, ...monthly };
    const { due } = await previewSubscription(await market.as[as](), sale);
    const { reason, source, rateBps } = due!.earning;
    return reason === "rate" ? `${rateBps} ${source}` : reason;
  };
  return { agency, agent, customers, plans, set, earns };
};

describe("the rate that counts", () => {
  it("goes from the reseller's over the plan's to the customer's, and back", async () => {
    const { agent, customers, plans, set, earns } = await fresh();
    expect(await earns()).toBe("no_rate");
    await set("agency", "reseller", agent.id, 1_000);
    expect(await earns()).toBe("1000 reseller");
    await set("agency", "plan", plans.agencys, 800);
    expect(await earns("agent")).toBe("800 plan");
    await set("agency", "customer", customers.ofAgent, 1_500);
    expect(await earns("agent")).toBe("1500 customer");
    await set("agency", "customer", customers.ofAgent, null);
    expect(await earns()).toBe("800 plan");
    await set("agency", "plan", plans.agencys, 0);
    expect(await earns()).toBe("rate_zero");
  });

  it("is the reseller's to keep or lower for its own customers, and never to raise", async () => {
    const { agent, customers, plans, set, earns } = await fresh();
    const { ofAgent } = customers;
    await set("agency", "reseller", agent.id, 1_000);
    expect(await code(set("agent", "customer", ofAgent, 1_001))).toBe("rate_high");
    expect(await code(set("agent", "reseller", agent.id, 500))).toBe("kind_forbidden");
    expect(await code(set("agent", "plan", plans.agencys, 500))).toBe("not_found");
    await set("agent", "customer", ofAgent, 700);
    expect(await earns()).toBe("700 customer");
    expect(await readRate(await market.as.agent(), { subject: "customer", id: ofAgent })).toEqual({
      ...{ applies: true, ownBps: 700, ceilingBps: 1_000 },
      counting: expect.objectContaining({ source: "customer", rateBps: 700 }),
      inherited: expect.objectContaining({ source: "reseller", rateBps: 1_000 }),
    });
    // The agency's later word stands over it.
    await set("agency", "customer", ofAgent, 900);
    expect(await earns()).toBe("900 customer");
  });

  it("is the newer of two words, also where one says again what it said before", async () => {
    const { agent, customers, set, earns } = await fresh();
    const { ofAgent } = customers;
    await set("agency", "reseller", agent.id, 1_000);
    await set("agency", "customer", ofAgent, 900);
    await set("agent", "customer", ofAgent, 700);
    await set("agency", "customer", ofAgent, 900);
    expect(await earns()).toBe("900 customer");
    await set("agent", "customer", ofAgent, 700);
    expect(await earns()).toBe("700 customer");
    await set("agency", "customer", ofAgent, null);
    expect(await earns()).toBe("1000 reseller");
    await set("agent", "customer", ofAgent, 700);
    await set("agency", "customer", ofAgent, null);
    expect(await earns()).toBe("1000 reseller");
  });

  it("cannot be raised past the product either: the database keeps a reseller's word apart", async () => {
    const { agent, customers, set, earns } = await fresh();
    await set("agency", "reseller", agent.id, 1_000);
    await app.admin.query(
      `insert into commission_rates (agency_id, id, distributor_id, reseller_id, customer_id, source, rate_bps, set_by, set_at)
       values ($1, gen_random_uuid(), $1, $2, $3, 'customer', 9000, 'reseller', now())`,
      [market.agency.id, agent.id, customers.ofAgent],
    );
    expect(await earns()).toBe("1000 reseller");
  });

  it("is nothing where none can be earned", async () => {
    const { customers, plans, set, agency, seller } = { ...(await fresh()), seller: market.seller };
    for (const [subject, id] of [
      ["customer", customers.direct],
      ["customer", customers.ofSeller],
      ["reseller", seller.id],
      ["plan", plans.sellers],
    ] as const)
      expect(await code(set("agency", subject, id, 500)), subject).toBe("no_commission");
    expect(
      await code(
        setRate(await market.as.seller(), { subject: "customer", id: customers.ofAgent, rateBps: 1 }),
      ),
    ).toBe("not_found");
    expect(agency.id).toBe(market.agency.id);
  });
});

describe("in the form of a customer (D-13, D-16)", () => {
  it("is an override only where it differs from what is inherited", async () => {
    const { agent, set } = await fresh();
    await set("agency", "reseller", agent.id, 1_000);
    const make = async (as: "agency" | "agent", rateBps?: number | null) =>
      createCustomer(await market.as[as](), {
        ...{ name: "Formed", rateBps },
        ...(as === "agency" ? { parentId: agent.id } : {}),
      });
    const own = async (id: string) =>
      (await readRate(await market.as.agency(), { subject: "customer", id })).counting;
    expect(await own((await make("agency", 1_000)).id)).toMatchObject({ source: "reseller" });
    expect(await own((await make("agency", 1_400)).id)).toMatchObject({ source: "customer", rateBps: 1_400 });
    expect(await own((await make("agent", 400)).id)).toMatchObject({ source: "customer", rateBps: 400 });
    expect(await code(make("agent", 1_400))).toBe("rate_high");
    const { id } = await make("agent");
    await updateCustomer(await market.as.agent(), { id, rateBps: 300 });
    expect(await own(id)).toMatchObject({ rateBps: 300 });
    await updateCustomer(await market.as.agent(), { id, rateBps: 1_000 });
    expect(await own(id)).toMatchObject({ source: "reseller" });
  });

  it("is an agency's word too where it is 0 and nothing is inherited", async () => {
    const { agent, set } = await fresh();
    const { id } = await createCustomer(await market.as.agency(), {
      ...{ name: "Unpaid", parentId: agent.id, rateBps: 0 },
    });
    await set("agency", "reseller", agent.id, 1_000);
    const { counting } = await readRate(await market.as.agency(), { subject: "customer", id });
    expect(counting).toMatchObject({ source: "customer", rateBps: 0 });
  });

  it("is nobody's to change who may not set rates, and stays where it does not apply", async () => {
    const { agent, customers, set } = await fresh();
    await set("agency", "reseller", agent.id, 1_000);
    const account = { agencyId: market.agency.id, accountId: market.agency.id, resellerId: market.agency.id };
    const { session } = await addPerson(app, market.agency.host, account, "admin");
    const admin = await contextFor(app, market.agency.host, session);
    expect(await code(updateCustomer(admin, { id: customers.ofAgent, rateBps: 1_000 }))).toBe("done");
    expect(await code(updateCustomer(admin, { id: customers.ofAgent, rateBps: 900 }))).toBe("rate_forbidden");
    expect(await code(updateCustomer(await market.as.agency(), { id: customers.direct, rateBps: 900 }))).toBe(
      "rate_not_here",
    );
    expect(
      await code(updateCustomer(await market.as.seller(), { id: customers.ofSeller, rateBps: null })),
    ).toBe("done");
  });
});

it("lists and adds up what was earned, for agency and reseller alike", async () => {
  const { agency, agent, customers, plans, set } = await fresh();
  await set("agency", "reseller", agent.id, 1_000);
  for (const quantity of [1, 2]) {
    const sale = { customerId: customers.ofAgent, planId: plans.agencys, ...monthly, quantity };
    const { invoiceId } = await createSubscription(await market.as.agent(), sale);
    await markPaid(await market.as.agency(), { id: invoiceId!, reference: "bank" });
    await takeUpPayments(app.pool, agency.id, invoiceId!);
  }
  const seen = await listCommissions(await market.as.agent(), {});
  expect(seen.commissions.map(({ amountMinor, state }) => [amountMinor, state])).toEqual([
    [200, "pending"],
    [100, "pending"],
  ]);
  const agencys = await listCommissions(await market.as.agency(), { resellerId: agent.id });
  expect(agencys.commissions).toEqual(
    seen.commissions.map((one) => ({ ...one, reseller: { id: agent.id, name: "Cove Referrals" } })),
  );
  const totals = async (as: keyof Market["as"]) =>
    (await summarizeCommissions(await market.as[as](), {})).totals;
  expect(await totals("agent")).toMatchObject([{ currency: "EUR", pendingMinor: 300, payableMinor: 0 }]);
  await market.at("2027-04-10T12:00:00Z");
  expect(await totals("agency")).toMatchObject([{ pendingMinor: 0, payableMinor: 300, nextAt: null }]);
  expect(await totals("seller")).toEqual([]);
});
