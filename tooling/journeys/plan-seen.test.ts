import { send } from "@tenantry/api/testing/web";
import { createPlan } from "@tenantry/core/plans/create";
import { readPlan } from "@tenantry/core/plans/read";
import { updatePlan } from "@tenantry/core/plans/update";
import { type Agency, newAgency } from "@tenantry/core/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openServed, type Served } from "./support/server.ts";

// A plan's form sends all its terms: what it was opened on decides whether saving it takes back somebody's work.
let served: Served;
let agency: Agency;
beforeAll(async () => {
  served = await openServed();
  agency = await newAgency(served.app);
}, 60_000);
afterAll(() => served?.close());

const changed = "Somebody else has changed this in the meantime.";

const newPlan = async (name: string) =>
  createPlan(await agency.ctx(), {
    name,
    terms: { prices: [{ currency: "EUR", interval: "month", amountMinor: 4_900 }], meters: [] },
  });

function visit(path: string, fields?: Record<string, string>) {
  const { host, owner } = agency;
  const headers = { host: `${host}:${served.port}`, "sec-fetch-site": "same-origin" };
  if (!fields) return send(served.port, host, path, { session: owner.session, headers });
  const body = new URLSearchParams(fields).toString();
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return send(served.port, host, path, {
    method: "POST",
    ...{ body, session: owner.session, headers: { ...headers, ...type } },
  });
}

/** What a form that is opened now says it was opened on. */
async function seenAt(path: string): Promise<Record<string, string>> {
  const updatedAt = /name="updatedAt" value="([^"]+)"/.exec((await visit(path)).text)?.[1];
  return updatedAt ? { updatedAt } : {};
}

it("of two tabs that edit one plan the second is told, keeps what was typed and takes nothing back", async () => {
  const ctx = await agency.ctx();
  const { id } = await newPlan("Scale");
  const path = `/plans/${id}/edit`;
  const [one, two] = [await seenAt(path), await seenAt(path)];
  const typed = { currencies: "EUR", name: "Scale", visibility: "all" };
  const first = await visit(path, { ...typed, ...one, "price.EUR.month": "59" });
  expect(first.status).toBe(302);

  const mine = { ...typed, description: "From the second tab", "price.EUR.month": "69" };
  const second = await visit(path, { ...mine, ...two });
  expect(second.status).toBe(409);
  expect(second.text).toContain(changed);
  expect(second.text).toContain('value="From the second tab"');
  expect(second.text).toMatch(/<input(?=[^>]*name="price\.EUR\.month")(?=[^>]*value="69")/);
  const kept = await readPlan(ctx, { id });
  expect(kept).toMatchObject({ description: "", draft: { prices: [{ amountMinor: 5_900 }] } });

  const again = await visit(path, { ...mine, ...(await seenAt(path)) });
  expect(again.status).toBe(302);
  const saved = { description: "From the second tab", draft: { prices: [{ amountMinor: 6_900 }] } };
  expect(await readPlan(ctx, { id })).toMatchObject(saved);
});

it("keeps what it was opened on while a currency is added", async () => {
  const { id } = await newPlan("Kiosk");
  const path = `/plans/${id}/edit`;
  const { updatedAt = "" } = await seenAt(path);
  const more = { currencies: "EUR", name: "Kiosk", intent: "currency", addCurrency: "JPY", updatedAt };
  const { text } = await visit(path, more);
  expect(text).toMatch(/name="price\.JPY\.month"/);
  expect(text).toContain(`name="updatedAt" value="${updatedAt}"`);
});

it("publishes no terms that its page did not show", async () => {
  const ctx = await agency.ctx();
  const { id } = await newPlan("Studio");
  const seen = await seenAt(`/plans/${id}`);
  await updatePlan(ctx, { id, description: "Changed meanwhile" });
  const refused = await visit(`/plans/${id}/publish`, seen);
  expect(refused.headers.location).toBe(`/plans/${id}`);
  expect((await readPlan(ctx, { id })).version).toBeNull();
  await visit(`/plans/${id}/publish`, await seenAt(`/plans/${id}`));
  expect((await readPlan(ctx, { id })).version).toBe(1);
});
