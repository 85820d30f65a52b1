import { afterAll, beforeAll, expect, it } from "vitest";
import { createPlan } from "../plans/create.ts";
import { publishPlan } from "../plans/publish.ts";
import { updatePlan } from "../plans/update.ts";
import { type Agency, letters, newAgency } from "../testing/agency.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { createReseller } from "./create.ts";
import { previewReseller } from "./preview.ts";
import { readReseller } from "./read.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
});
afterAll(() => app.close());

async function newPlan(name: string, isDefault?: true) {
  const ctx = await agency.ctx();
  const terms = { prices: [{ currency: "EUR", interval: "month" as const, amountMinor: 4_900 }] };
  const { id } = await createPlan(ctx, { name, terms });
  await publishPlan(ctx, { id });
  if (isDefault) await updatePlan(ctx, { id, isDefault });
  return id;
}

it("says what creating then stores, and writes nothing itself", async () => {
  const ctx = await agency.ctx();
  const input = { ...resellerInput(`p${letters(14)}`), name: "  Acme ", phone: "020 794 0182", website: "" };
  const before = (await app.admin.query("select count(*) from accounts")).rows;
  const said = await previewReseller(ctx, input);
  expect((await app.admin.query("select count(*) from accounts")).rows).toEqual(before);
  const { id } = await createReseller(ctx, input);
  const { plan, ...made } = await readReseller(ctx, { id });
  const { plan: planSaid, mails, firstSignIn, loginDomain, ...rest } = said;
  expect(made).toMatchObject(rest);
  expect(planSaid?.id).toBe(plan?.id);
  expect([firstSignIn, loginDomain]).toEqual(["link", input.loginDomain]);
  expect(mails).toEqual([{ kind: "invitation", to: input.email }]);
});

it("names the plan with its price: the one chosen, or the default one", async () => {
  const ctx = await agency.ctx();
  const [chosen, usual] = [await newPlan(letters(9)), await newPlan(letters(9), true)];
  const input = resellerInput(`p${letters(14)}`);
  const prices = [{ currency: "EUR", interval: "month", amountMinor: 4_900 }];
  expect((await previewReseller(ctx, input)).plan).toMatchObject({ id: usual, isDefault: true, prices });
  const { plan } = await previewReseller(ctx, { ...input, planId: chosen });
  expect(plan).toMatchObject({ id: chosen, isDefault: false, version: 1, prices });
});

it("mails nobody where a password is set, and gives none back", async () => {
  const password = "correct horse battery nine";
  const secret = { firstSignIn: "password" as const, password, confirm: password };
  const said = await previewReseller(await agency.ctx(), {
    ...resellerInput(`p${letters(14)}`),
    ...secret,
  });
  expect(said.mails).toEqual([]);
  expect(JSON.stringify(said)).not.toContain(password);
});

it("refuses what creating would, every field at once", async () => {
  const ctx = await agency.ctx();
  const input = { ...resellerInput(`p${letters(14)}`), externalId: letters(9) };
  await createReseller(ctx, input);
  const planId = "01999999-0000-7000-8000-0000000000ff";
  await expect(previewReseller(ctx, { ...input, planId })).rejects.toMatchObject({
    fields: [
      { pointer: "/loginDomain", code: "login_domain_taken" },
      { pointer: "/externalId", code: "external_id_taken" },
      { pointer: "/planId", code: "plan_unknown" },
    ],
  });
  await expect(previewReseller(ctx, { ...input, phone: "12", loginDomain: "No-1" })).rejects.toMatchObject({
    fields: [
      { pointer: "/phone", code: "phone_wrong" },
      { pointer: "/loginDomain", code: "login_domain_letters" },
    ],
  });
});
