import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { setDelegation } from "../delegations/set.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { newCustomer } from "../testing/chain.ts";
import {
  type Agency,
  everything,
  newAgency,
  newDistributor,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
  type Upline,
} from "../testing/index.ts";
import { decideUsage } from "../usage/index.ts";
import { previewAllowanceChange } from "./preview.ts";
import { readAllowances } from "./read.ts";
import { removeAllowance } from "./remove.ts";
import { returnAllowance } from "./return.ts";
import { setAllowance } from "./set.ts";

// What a distributor gives its resellers: within its ceiling, and the agency above it can take it away.
let app: TestApp;
let agency: Agency;
let agencys: Ctx;
let distributor: Upline;
let reseller: string;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
  agencys = await agency.ctx();
}, 60_000);
beforeEach(async () => {
  distributor = await newDistributor(app, agency);
  reseller = (await newResellerOf(app, agency, distributor)).id;
}, 60_000);
afterAll(() => app.close());

const meter = "messages";
const give = (ctx: Ctx, accountId: string, units: number, mode: "guaranteed" | "shared" = "guaranteed") =>
  setAllowance(ctx, { accountId, meter, mode, units });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const ofMeter = async (accountId: string) =>
  (await readAllowances(agencys, { accountId })).meters.find((one) => one.meter === meter);
const decided = async () =>
  (await decideUsage(agencys, { accountId: reseller, meter, quantity: 1 })).decision;

it("lets a distributor remove what it gave, and then the plan counts", async () => {
  const ctx = await distributor.ctx();
  const plans = (await ofMeter(reseller))?.grantedUnits;
  await give(ctx, reseller, 0, "shared");
  expect(await decided()).toBe("deny");
  await removeAllowance(ctx, { accountId: reseller, meter });
  expect(await ofMeter(reseller)).toMatchObject({ given: null, grantedUnits: plans });
  expect(await decided()).toBe("allow");
});

it("lets the agency take away what a distributor gave, who has its units back, and writes it down", async () => {
  await give(agencys, distributor.id, 100);
  await give(await distributor.ctx(), reseller, 40);
  expect(await removeAllowance(agencys, { accountId: reseller, meter })).toMatchObject({
    ...{ before: { mode: "guaranteed", units: 40 }, after: null },
    ...{ grantedUnits: 100, allocatedBefore: 40, allocatedAfter: 0 },
  });
  expect(await ofMeter(reseller)).toMatchObject({ given: null });
  expect(await ofMeter(distributor.id)).toMatchObject({ grantedUnits: 100, allocatedUnits: 0 });
  const { rows } = await app.admin.query(
    "select distributor_id, reseller_id from audit_entries where action = 'allowance.remove' and object_id = $1",
    [reseller],
  );
  expect(rows).toEqual([{ distributor_id: distributor.id, reseller_id: reseller }]);
  expect(await code(removeAllowance(agencys, { accountId: reseller, meter }))).toBe("not_found");
});

it("lets the agency give and return nothing in a distributor's name, and take nothing from a grandchild's child", async () => {
  await give(await distributor.ctx(), reseller, 40);
  const asked = { accountId: reseller, meter };
  expect(await code(give(agencys, reseller, 50))).toBe("not_found");
  expect(await code(returnAllowance(agencys, asked))).toBe("not_found");
  expect(await code(previewAllowanceChange(agencys, { ...asked, mode: "shared", units: 1 }))).toBe(
    "not_found",
  );
  const customer = await newCustomer(agency, reseller);
  expect(await code(removeAllowance(agencys, { accountId: customer, meter }))).toBe("not_found");
  const other = await newAgency(app);
  expect(await code(removeAllowance(await other.ctx(), asked))).toBe("not_found");
  const sibling = await newDistributor(app, agency);
  expect(await code(removeAllowance(await sibling.ctx(), asked))).toBe("not_found");
  expect(await ofMeter(reseller)).toMatchObject({ given: { units: 40 } });
});

it("lets a distributor change allowances only where its ceiling lets it edit its resellers", async () => {
  await give(await distributor.ctx(), reseller, 40);
  const { id } = distributor;
  await setDelegation(agencys, { id, ...everything, edit: false });
  const ctx = await distributor.ctx();
  const asked = { accountId: reseller, meter };
  const zero = { ...asked, mode: "shared" as const, units: 0 };
  for (const verb of [setAllowance, previewAllowanceChange])
    expect(await code(verb(ctx, zero))).toBe("ceiling_edit");
  for (const verb of [returnAllowance, removeAllowance])
    expect(await code(verb(ctx, asked))).toBe("ceiling_edit");
  // Whose it is not is not there, ceiling or no.
  const direct = await newReseller(app, agency);
  expect(await code(give(ctx, direct.id, 1))).toBe("not_found");
  expect(await ofMeter(reseller)).toMatchObject({ given: { units: 40 } });
  await setDelegation(agencys, { id, ...everything, create: false, archive: false, stopModes: [] });
  expect(await code(setAllowance(await distributor.ctx(), zero))).toBe("done");
});
