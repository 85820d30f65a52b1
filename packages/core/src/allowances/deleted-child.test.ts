import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "../kernel/ctx.ts";
import { archiveReseller } from "../resellers/archive.ts";
import { restoreReseller } from "../resellers/restore.ts";
import { newSeller } from "../testing/chain.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { decideUsage } from "../usage/index.ts";
import { listAllowances } from "./list.ts";
import { previewAllowanceChange } from "./preview.ts";
import { removeAllowance } from "./remove.ts";
import { returnAllowance } from "./return.ts";
import { setAllowance } from "./set.ts";

// A deleted child keeps what it was given, since it may come back; its giver can take that back and give it no more.
let app: TestApp;
let agency: Agency;
let ctx: Ctx;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
  ctx = await agency.ctx();
}, 60_000);
afterAll(() => app.close());

const meter = "messages";
const give = (accountId: string, units: number, mode: "guaranteed" | "shared" = "guaranteed") =>
  setAllowance(ctx, { accountId, meter, mode, units });

/** A deleted reseller that holds so many units, three of them used. */
async function newDeleted(units: number): Promise<string> {
  const id = await newSeller(agency);
  await give(id, units);
  await decideUsage(ctx, { accountId: id, meter, quantity: 3 });
  await archiveReseller(ctx, { id });
  return id;
}

it("lists a deleted reseller as long as it holds something, so that what is listed adds up to what is promised", async () => {
  const live = await newSeller(agency);
  await give(live, 20);
  const deleted = await newDeleted(60);
  const empty = await newSeller(agency);
  await archiveReseller(ctx, { id: empty });
  const listed = async () => {
    const { allowances, pool } = await listAllowances(ctx, { meter, limit: 100 });
    const sum = allowances.reduce((all, { given }) => all + (given?.units ?? 0), 0);
    expect(sum).toBe(pool.allocatedUnits);
    return new Map(allowances.map(({ accountId, archivedAt }) => [accountId, archivedAt]));
  };
  const before = await listed();
  expect(before.get(live)).toBeNull();
  expect(before.get(deleted)).toEqual(expect.any(String));
  expect(before.has(empty)).toBe(false);
  await removeAllowance(ctx, { accountId: deleted, meter });
  expect((await listed()).has(deleted)).toBe(false);
});

it("lowers, shares and returns what a deleted reseller holds, and gives it no more", async () => {
  const id = await newDeleted(60);
  const onlyLess = { fields: [{ pointer: "/units", code: "allowance_only_less", params: { units: 60 } }] };
  await expect(give(id, 61)).rejects.toMatchObject(onlyLess);
  await expect(give(id, 61, "shared")).rejects.toMatchObject(onlyLess);
  const more = { accountId: id, meter, mode: "guaranteed" as const, units: 61 };
  expect(await previewAllowanceChange(ctx, more)).toMatchObject({
    largestUnits: 60,
    refusal: { code: "allowance_only_less" },
  });
  expect(await give(id, 40)).toMatchObject({ before: { units: 60 }, after: { units: 40 } });
  await give(id, 40, "shared");
  await expect(give(id, 40)).rejects.toMatchObject({ fields: [{ code: "allowance_only_less" }] });
  expect(await returnAllowance(ctx, { accountId: id, meter })).toMatchObject({ after: { units: 3 } });
  await removeAllowance(ctx, { accountId: id, meter });
  await expect(give(id, 1)).rejects.toMatchObject({ code: "not_found" });
  await restoreReseller(ctx, { id });
  await give(id, 80);
});
