import { afterAll, beforeAll, expect, it } from "vitest";
import { letters } from "../testing/agency.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { createPlan } from "./create.ts";
import { publishPlan } from "./publish.ts";
import { readPlan } from "./read.ts";
import { updatePlan } from "./update.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
}, 60_000);
afterAll(() => app.close());

const messages = (includedUnits: number) => ({ prices: [], meters: [{ meter: "messages", includedUnits }] });

const newDraft = async () =>
  createPlan(await agency.ctx(), { name: letters(12), internalName: "As made", terms: messages(1_000) });

it("refuses a save made on what somebody else has changed since, and loses neither", async () => {
  const ctx = await agency.ctx();
  const { id } = await newDraft();
  const { updatedAt } = await readPlan(ctx, { id });
  await updatePlan(ctx, { id, terms: messages(2_000), updatedAt });
  const second = { id, internalName: "Second", terms: messages(3_000) };
  await expect(updatePlan(ctx, { ...second, updatedAt })).rejects.toMatchObject({ code: "conflict" });
  const now = await readPlan(ctx, { id });
  expect(now).toMatchObject({ internalName: "As made", draft: messages(2_000) });
  await updatePlan(ctx, { ...second, updatedAt: now.updatedAt });
  expect(await readPlan(ctx, { id })).toMatchObject({ internalName: "Second", draft: messages(3_000) });
});

it("refuses a save made on a draft that was published since", async () => {
  const ctx = await agency.ctx();
  const { id } = await newDraft();
  const { updatedAt } = await readPlan(ctx, { id });
  await publishPlan(ctx, { id });
  const late = updatePlan(ctx, { id, terms: messages(2_000), updatedAt });
  await expect(late).rejects.toMatchObject({ code: "conflict" });
  expect((await readPlan(ctx, { id })).draft).toBeNull();
});

it("publishes no terms that somebody has changed since they were shown", async () => {
  const ctx = await agency.ctx();
  const { id } = await newDraft();
  const { updatedAt } = await readPlan(ctx, { id });
  await updatePlan(ctx, { id, terms: messages(2_000) });
  await expect(publishPlan(ctx, { id, updatedAt })).rejects.toMatchObject({ code: "conflict" });
  const now = await readPlan(ctx, { id });
  expect(now).toMatchObject({ version: null, draft: messages(2_000) });
  expect(await publishPlan(ctx, { id, updatedAt: now.updatedAt })).toMatchObject({ version: 1 });
});

it("of two who save what they saw at the same time, one is refused", async () => {
  const { id } = await newDraft();
  const { updatedAt } = await readPlan(await agency.ctx(), { id });
  const saves = [2_000, 3_000].map(async (units) =>
    updatePlan(await agency.ctx(), { id, terms: messages(units), updatedAt }),
  );
  const outcomes = await Promise.allSettled(saves);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("a program that says nothing of what it saw saves and publishes as ever", async () => {
  const ctx = await agency.ctx();
  const { id } = await newDraft();
  await updatePlan(ctx, { id, terms: messages(2_000) });
  await updatePlan(ctx, { id, terms: messages(3_000) });
  expect(await publishPlan(ctx, { id })).toMatchObject({ version: 1 });
});
