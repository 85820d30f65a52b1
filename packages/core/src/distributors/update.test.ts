import { afterAll, expect, it } from "vitest";
import { newAgency, newDistributor, openTestApp, type TestApp } from "../testing/index.ts";
import { readDistributor } from "./read.ts";
import { updateDistributor } from "./update.ts";

const app: TestApp = await openTestApp();
afterAll(() => app.close());

it("leaves a distributor as it was after a save that changes nothing: no new version, no entry in the log", async () => {
  const agency = await newAgency(app);
  const { id } = await newDistributor(app, agency);
  const ctx = await agency.ctx();
  const { name, phone, contactName, updatedAt } = await readDistributor(ctx, { id });
  await updateDistributor(ctx, { id, name, phone, contactName, updatedAt });
  await updateDistributor(ctx, { id });
  const entries = async () =>
    (
      await app.admin.query(
        "select before -> 'contactName' as before, after -> 'contactName' as after from audit_entries where object_id = $1 and action = 'distributor.update'",
        [id],
      )
    ).rows;
  expect(await entries()).toEqual([]);
  expect((await readDistributor(ctx, { id })).updatedAt).toBe(updatedAt);
  await updateDistributor(ctx, { id, contactName: "Somebody else", updatedAt });
  expect(await entries()).toEqual([{ before: contactName, after: "Somebody else" }]);
  expect((await readDistributor(ctx, { id })).updatedAt).not.toBe(updatedAt);
});
