import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type Agency,
  asUpline,
  newAgency,
  newDistributor,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { archiveReseller } from "./archive.ts";
import { deactivateReseller } from "./deactivate.ts";
import { readReseller } from "./read.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
}, 60_000);
afterAll(() => app.close());

it("counts the live resellers beneath one that is stopped, deleted ones and others' left out", async () => {
  const ctx = await agency.ctx();
  const upline = await asUpline(app, agency, await newReseller(app, agency));
  const own = [];
  for (let n = 0; n < 3; n++) own.push(await newResellerOf(app, agency, upline));
  await newResellerOf(app, agency, await asUpline(app, agency, await newReseller(app, agency)));
  await archiveReseller(ctx, { id: own[0]!.id });
  expect(await readReseller(ctx, { id: upline.id })).toMatchObject({ resellers: 2 });
  const done = await deactivateReseller(ctx, { id: upline.id, mode: "stopped" });
  expect(done).toMatchObject({ status: "stopped", resellers: 2 });
  expect(await readReseller(ctx, { id: own[1]!.id })).toMatchObject({ status: "active", resellers: 0 });
});

it("tells an upline of itself how many it has, and of its resellers that nothing hangs on them", async () => {
  const reseller = await asUpline(app, agency, await newReseller(app, agency));
  const distributor = await newDistributor(app, agency);
  for (const upline of [reseller, distributor]) {
    const { id } = await newResellerOf(app, agency, upline);
    const ctx = await upline.ctx();
    expect(await readReseller(ctx, { id })).toMatchObject({ resellers: 0 });
    expect(await deactivateReseller(ctx, { id, mode: "sales_stopped" })).toMatchObject({ resellers: 0 });
  }
  const itself = await readReseller(await reseller.ctx(), { id: reseller.id });
  expect(itself).toMatchObject({ resellers: 1 });
});
