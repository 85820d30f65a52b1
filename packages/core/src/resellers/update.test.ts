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
