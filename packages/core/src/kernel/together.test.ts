import { afterAll, beforeAll, expect, it } from "vitest";
import { listResellers } from "../resellers/list.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { readTogether } from "./together.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp({ max: 1 });
  agency = await newAgency(app);
});
afterAll(() => app.close());

it("two lists in one transaction: the first one's last read does not end it", async () => {
  const ctx = await agency.ctx();
  const pages = await readTogether(ctx, async (ask) => [
    await ask(listResellers, {}),
    await ask(listResellers, { sort: "name" }),
  ]);
  expect(pages.map(({ resellers }) => resellers)).toEqual([[], []]);
});
