import { afterAll, beforeAll, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import { listResellerCountries } from "../resellers/countries.ts";
import { createReseller } from "../resellers/create.ts";
import { deactivateReseller } from "../resellers/deactivate.ts";
import { listResellers } from "../resellers/list.ts";
import {
  type Agency,
  addPerson,
  newAgency,
  newReseller,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { usageByReseller } from "./by-reseller.ts";
import { usageDays } from "./days.ts";
import { foldUsage } from "./fold.ts";
import { ingestUsage } from "./ingest.ts";
import { usageOverview } from "./overview.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
});
afterAll(() => app.close());

it("tells of each reseller what its own page tells: customers, use this month, allowance", async () => {
  const ctx = await agency.ctx();
  const [busy, idle] = [await newReseller(app, agency), await newReseller(app, agency)];
  const stranger = await newReseller(app, await newAgency(app));
  const customer = await createCustomer(ctx, { name: "Inn", parentId: busy.id, externalId: "inn" });
  const at = ctx.now.toISOString();
  await ingestUsage(ctx, {
    events: [
      { source: "t", eventId: "1", meter: "messages", accountId: customer.id, quantity: 7, at },
      { source: "t", eventId: "2", meter: "messages", accountId: busy.id, quantity: 5, at },
      { source: "t", eventId: "3", meter: "whatsapp_messages", accountId: busy.id, quantity: 99, at },
    ],
  });
  await foldUsage(app.pool, agency.id);
  const { meter, resellers } = await usageByReseller(ctx, { ids: [busy.id, idle.id, stranger.id] });
  expect(meter).toBe("messages");
  expect(resellers.map(({ id }) => id).toSorted()).toEqual([busy.id, idle.id].toSorted());
  for (const id of [busy.id, idle.id]) {
    const found = resellers.find((row) => row.id === id)!;
    const own = (await usageDays(ctx, { accountId: id })).meters.find((one) => one.meter === "messages");
    expect(found.used).toBe(own?.quantity ?? 0);
    expect(found.included).toBeGreaterThan(0);
    expect(found.lastSeenAt).toMatch(/^\d{4}-/);
  }
  expect(resellers.find(({ id }) => id === busy.id)).toMatchObject({ customers: 1, used: 12 });
  expect(resellers.find(({ id }) => id === idle.id)).toMatchObject({ customers: 0, used: 0 });
});

it("dates a reseller's last activity by its own people, not by its customers'", async () => {
  const ctx = await agency.ctx();
  const reseller = await newReseller(app, agency);
  const lastSeenAt = async () =>
    (await usageByReseller(ctx, { ids: [reseller.id] })).resellers.map((row) => row.lastSeenAt);
  const before = await lastSeenAt();
  const customer = await createCustomer(ctx, { name: "Inn", parentId: reseller.id });
  const account = { agencyId: agency.id, accountId: customer.id, resellerId: reseller.id };
  await addPerson(
    app,
    reseller.host,
    { ...account, customerId: customer.id, realmId: reseller.id },
    "member",
  );
  expect(await lastSeenAt()).toEqual(before);
});

it("knows the countries there are live resellers in, and the list is narrowed to one", async () => {
  const own = await newAgency(app);
  const ctx = await own.ctx();
  expect(await listResellerCountries(ctx, {})).toEqual({ countries: [] });
  for (const [name, country] of [
    ["countrya", "SE"],
    ["countryb", "AT"],
    ["countryc", "SE"],
  ] as const) {
    await createReseller(ctx, { ...resellerInput(`${name}${own.slug}`.slice(0, 40)), country });
  }
  expect(await listResellerCountries(ctx, {})).toEqual({ countries: ["AT", "SE"] });
  const { resellers } = await listResellers(ctx, { country: "SE" });
  expect(resellers.map(({ country }) => country)).toEqual(["SE", "SE"]);
});

it("adds up for the cards what the list shows, whatever state a reseller is in", async () => {
  const own = await newAgency(app);
  const ctx = await own.ctx();
  const [busy, locked] = [await newReseller(app, own), await newReseller(app, own)];
  const at = ctx.now.toISOString();
  const event = (eventId: string, accountId: string, quantity: number) => ({
    ...{ source: "t", eventId, meter: "messages", accountId, quantity, at },
  });
  await ingestUsage(ctx, { events: [event("1", busy.id, 7), event("2", locked.id, 5)] });
  await foldUsage(app.pool, own.id);
  await deactivateReseller(ctx, { id: locked.id });
  const { resellers } = await usageByReseller(ctx, { ids: [busy.id, locked.id] });
  const { meters, activeResellers } = await usageOverview(ctx, {});
  const total = (of: "used" | "included") => resellers.reduce((sum, row) => sum + (row[of] ?? 0), 0);
  expect(activeResellers).toBe(1);
  expect(meters.find(({ meter }) => meter === "messages")).toMatchObject({
    quantity: total("used"),
    included: total("included"),
  });
});
