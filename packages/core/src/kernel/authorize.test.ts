import { afterAll, beforeAll, expect, it } from "vitest";
import { previewBulkRun } from "../bulk/preview.ts";
import { setDelegation } from "../delegations/set.ts";
import { createPlan } from "../plans/create.ts";
import { previewPlanChange } from "../resellers/preview-plan.ts";
import { updateReseller } from "../resellers/update.ts";
import {
  type Agency,
  addPerson,
  asUpline,
  contextFor,
  newAgency,
  newDistributor,
  newReseller,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { everything } from "../testing/upline.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
});
afterAll(() => app.close());

const refusal = (code: string) => expect.objectContaining({ code, status: 403 });

it.each(["distributor", "reseller"] as const)(
  "tells a %s's owner that the kind of account is in the way where no role in it may",
  async (kind) => {
    const upline =
      kind === "distributor"
        ? await newDistributor(app, agency)
        : await asUpline(app, agency, await newReseller(app, agency));
    const ctx = await upline.ctx();
    const { id } = upline;
    const none = { ids: [] } as never;
    for (const ask of [
      () => setDelegation(ctx, { id, ...everything }),
      () => previewPlanChange(ctx, { id, planId: id, effective: "now" }),
      () => previewBulkRun(ctx, none),
      // Nobody is a reseller beneath itself.
      () => updateReseller(ctx, { id, contactName: "Itself" }),
    ])
      await expect(ask()).rejects.toEqual(refusal("kind_forbidden"));
    if (kind === "distributor")
      await expect(createPlan(ctx, { name: "Mine" })).rejects.toEqual(refusal("kind_forbidden"));
  },
);

it("tells somebody whose role is in the way of the role", async () => {
  const reseller = await newReseller(app, agency);
  const account = { agencyId: agency.id, accountId: reseller.id, resellerId: reseller.id };
  const viewer = await addPerson(app, reseller.host, { ...account, realmId: reseller.id }, "viewer");
  const theirs = await contextFor(app, reseller.host, viewer.session);
  await expect(createPlan(theirs, { name: "Mine" })).rejects.toEqual(refusal("forbidden"));
});
