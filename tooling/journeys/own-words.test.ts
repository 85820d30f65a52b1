import { send } from "@tenantry/api/testing/web";
import { type Agency, newAgency, newReseller, type Reseller } from "@tenantry/core/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { operatorHost } from "./support/operator.ts";
import { openServed, type Served } from "./support/server.ts";

let served: Served;
let agency: Agency;
let reseller: Reseller;
beforeAll(async () => {
  served = await openServed();
  agency = await newAgency(served.app);
  reseller = await newReseller(served.app, agency);
}, 60_000);
afterAll(() => served?.close());

const read = async (host: string, path: string, session?: string) =>
  (await send(served.port, host, path, { session, headers: { host: `${host}:${served.port}` } })).text;

it("says of a password what holds on this host and nothing of others", async () => {
  const theirs = await read(reseller.host, "/settings/profile", reseller.owner.session);
  expect(theirs).toContain("8 characters or more.");
  expect(theirs).not.toMatch(/12 characters|an agency/);
  expect(await read(agency.host, "/settings/profile", agency.owner.session)).toContain(
    "12 characters or more.",
  );
});

it("offers no language that no page has, and says of a reseller's what it is good for", async () => {
  expect(await read(agency.host, "/settings/profile", agency.owner.session)).not.toContain('name="language"');
  const form = await read(agency.host, "/resellers/new", agency.owner.session);
  expect(form).toContain('name="language"');
  expect(form).toContain("pages and emails are in English so far");
});

it("speaks to a reseller of its own customers on its plans page", async () => {
  const page = await read(reseller.host, "/plans", reseller.owner.session);
  expect(page).not.toMatch(/give it to resellers|a reseller is created/i);
});

it("writes every number in words with its thousands apart", async () => {
  await served.app.admin.query("update agencies set is_demo = true where agency_id = $1", [agency.id]);
  await served.app.admin.query(
    `insert into users (agency_id, id, realm_id, distributor_id, reseller_id, email, name)
     select $1, gen_random_uuid(), $1, $1, $1, 'p' || n || '@many.example', 'P' from generate_series(1, 1200) n`,
    [agency.id],
  );
  expect(await read(operatorHost, "/welcome/remove-demo")).toMatch(/1,2\d\d people and their sign-ins/);
  await served.app.admin.query("update agencies set is_demo = false where agency_id = $1", [agency.id]);
});
