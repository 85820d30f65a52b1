import { readFile } from "node:fs/promises";
import { afterAll, expect, it } from "vitest";
import { readAllowances } from "../allowances/read.ts";
import { actingAs, newCustomer } from "../testing/chain.ts";
import {
  asUpline,
  newAgency,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { decideUsage } from "./index.ts";

const app: TestApp = await openTestApp();
afterAll(() => app.close());

it("puts right what was granted to a reseller with resellers while it stood in another scope", async () => {
  const agency = await newAgency(app);
  const upline = await asUpline(app, agency, await newReseller(app, agency));
  const beneath = await newResellerOf(app, agency, upline);
  const customer = await newCustomer(agency, beneath.id);
  await decideUsage(await agency.ctx(), { accountId: customer, meter: "messages", quantity: 5 });
  const scopes = async () => {
    const { rows } = await app.admin.query(
      `select account_id, distributor_id, reseller_id from usage_reservations where agency_id = $1
       order by account_id`,
      [agency.id],
    );
    return rows;
  };
  const taken = async () => {
    const { meters } = await readAllowances(await actingAs(agency, "reseller", upline.id), {});
    return meters.find(({ meter }) => meter === "messages")?.takenUnits;
  };
  const before = await scopes();
  expect(await taken()).toBe(5);
  await app.admin.query(
    "update usage_reservations set distributor_id = account_id, reseller_id = agency_id where account_id = $1",
    [upline.id],
  );
  expect(await taken()).toBe(0);
  const file = "../../../db/migrations/0048_reservation_scopes.sql";
  await app.admin.query(await readFile(new URL(file, import.meta.url), "utf8"));
  expect(await taken()).toBe(5);
  expect(await scopes()).toEqual(before);
});
