import { afterAll, expect, it } from "vitest";
import { archiveReseller } from "../resellers/archive.ts";
import { asUpline, everything, newAgency, newReseller, openTestApp, type TestApp } from "../testing/index.ts";
import { readDelegation } from "./read.ts";
import { setDelegation } from "./set.ts";

const app: TestApp = await openTestApp();
afterAll(() => app.close());

it("takes a number of resellers and nothing that could be read as one: an empty text is not none", async () => {
  const agency = await newAgency(app);
  const { id } = await asUpline(app, agency, await newReseller(app, agency));
  const ctx = await agency.ctx();
  const set = (maximum: unknown) => setDelegation(ctx, { id, ...everything, maximum: maximum as number });
  for (const wrong of ["", "7", false, 1.5, -1])
    await expect(set(wrong), String(wrong)).rejects.toMatchObject({
      fields: [{ pointer: "/maximum", code: "count_wrong" }],
    });
  await expect(set(100_001)).rejects.toMatchObject({
    fields: [{ pointer: "/maximum", code: "too_large", params: { maximum: 100_000 } }],
  });
  expect(await readDelegation(ctx, { id })).toMatchObject({ delegation: { maximum: null } });
  expect(await set(7)).toMatchObject({ maximum: 7 });
});

it("gives a deleted reseller none", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const { id } = await newReseller(app, agency);
  await archiveReseller(ctx, { id });
  await expect(setDelegation(ctx, { id, ...everything })).rejects.toMatchObject({ code: "deleted" });
  expect(await readDelegation(ctx, { id })).toMatchObject({ delegation: null });
});
