import { afterAll, beforeAll, expect, it } from "vitest";
import { letters } from "../testing/agency.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { createReseller } from "./create.ts";
import { readReseller } from "./read.ts";
import { updateReseller } from "./update.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
});
afterAll(() => app.close());

it("refuses a change made on what somebody else has changed since, and loses neither", async () => {
  const ctx = await agency.ctx();
  const input = resellerInput(`u${letters(14)}`);
  const { id } = await createReseller(ctx, input);
  const { updatedAt } = await readReseller(ctx, { id });
  const { type: _, email: __, loginDomain: ___, ...fields } = input;
  await updateReseller(ctx, { id, ...fields, contactName: "First", updatedAt });
  const second = updateReseller(ctx, { id, ...fields, website: "https://second.example", updatedAt });
  await expect(second).rejects.toMatchObject({ code: "conflict" });
  const now = await readReseller(ctx, { id });
  expect(now).toMatchObject({ contactName: "First", website: null });
  await updateReseller(ctx, {
    id,
    ...fields,
    contactName: "First",
    website: "https://second.example",
    updatedAt: now.updatedAt,
  });
  expect(await readReseller(ctx, { id })).toMatchObject({
    contactName: "First",
    website: "https://second.example",
  });
});

it("changes what is given and nothing else; a number is read in the country the reseller has", async () => {
  const ctx = await agency.ctx();
  const { id } = await createReseller(ctx, {
    ...resellerInput(`p${letters(14)}`),
    website: "https://one.example",
  });
  const { updatedAt: _, ...before } = await readReseller(ctx, { id });
  await updateReseller(ctx, { id, contactEmail: "new@contact.example" });
  expect(await readReseller(ctx, { id })).toMatchObject({ ...before, contactEmail: "new@contact.example" });
  await updateReseller(ctx, { id, contactPhone: "020 794 0199", website: "" });
  expect(await readReseller(ctx, { id })).toMatchObject({
    ...before,
    contactEmail: "new@contact.example",
    contactPhone: "+31207940199",
    website: null,
  });
  await updateReseller(ctx, { id });
  for (const wrong of [{ contactName: "" }, { contactEmail: "nobody" }, { contactPhone: "12" }])
    await expect(updateReseller(ctx, { id, ...wrong })).rejects.toMatchObject({ code: "invalid_input" });
});

it("tells nobody of a save that changes nothing: no message, no audit entry, no new version", async () => {
  const ctx = await agency.ctx();
  const input = resellerInput(`n${letters(14)}`);
  const { id } = await createReseller(ctx, input);
  await app.admin.query(
    `insert into webhook_endpoints (agency_id, id, account_id, distributor_id, reseller_id, url, event_types, secret, secret_key_id)
     values ($1, $2, $1, $1, $1, 'https://hooks.example/x', array['reseller.updated'], '\\x00', 'k1')`,
    [agency.id, crypto.randomUUID()],
  );
  const told = async () => {
    const { rows } = await app.admin.query(
      `select (select count(*)::int from webhook_deliveries where about_id = $1 and type = 'reseller.updated') as messages,
         (select count(*)::int from audit_entries where object_id = $1::text and action = 'reseller.update') as entries`,
      [id],
    );
    return rows[0];
  };
  const { updatedAt } = await readReseller(ctx, { id });
  const { type: _, email: __, loginDomain: ___, ...fields } = input;
  await updateReseller(ctx, { id, ...fields });
  await updateReseller(ctx, { id });
  expect(await told()).toEqual({ messages: 0, entries: 0 });
  expect((await readReseller(ctx, { id })).updatedAt).toBe(updatedAt);
  await updateReseller(ctx, { id, ...fields, contactName: "Somebody else" });
  expect(await told()).toEqual({ messages: 1, entries: 1 });
});
