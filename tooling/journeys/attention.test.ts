import { send } from "@tenantry/api/testing/web";
import { createPlan } from "@tenantry/core/plans/create";
import { publishPlan } from "@tenantry/core/plans/publish";
import { updatePlan } from "@tenantry/core/plans/update";
import { changePlan } from "@tenantry/core/resellers/change-plan";
import { createReseller } from "@tenantry/core/resellers/create";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { type Agency, letters, newAgency } from "@tenantry/core/testing/agency";
import { newReseller, type Reseller, resellerInput } from "@tenantry/core/testing/reseller";
import { foldUsage } from "@tenantry/core/usage/fold";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { ingestKey, report } from "./support/usage.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
const lines = (page: Page) => page.locator(".attention li").allTextContents();
const names = (page: Page) => page.locator("tbody th .clip").allTextContents();
const sql = (text: string, values: unknown[]) => world.app.admin.query(text, values);

/** A reseller at the hard cap of its plan, by usage reported and folded as ever. */
async function atHardCap(agency: Agency): Promise<Reseller> {
  const ctx = await agency.ctx();
  const reseller = await newReseller(world.app, agency, "Over & Out");
  const { id: planId } = await createPlan(ctx, { name: "Capped" });
  await updatePlan(ctx, {
    id: planId,
    terms: { meters: [{ meter: "messages", includedUnits: 1, hardCapUnits: 5 }] },
  });
  await publishPlan(ctx, { id: planId });
  await changePlan(ctx, { id: reseller.id, planId, effective: "now" });
  const key = await ingestKey(agency);
  await report(world, agency.host, key, { accountId: reseller.id, quantity: 7 });
  await report(world, agency.host, key, { accountId: crypto.randomUUID(), quantity: 1 });
  await foldUsage(world.app.pool, agency.id);
  return reseller;
}

it("says nothing on a first page where nothing needs anybody", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  for (const [{ host, owner }, path] of [
    [agency, "/resellers"],
    [reseller, "/"],
  ] as const) {
    const page = await world.visitor(host, { session: owner.session });
    await visit(page, path);
    expect(await page.locator(".attention").count()).toBe(0);
  }
});

it("leads from each line to the list of exactly those, with and without a script", async () => {
  const agency = await newAgency(world.app);
  const reseller = await atHardCap(agency);
  const late = await createReseller(await agency.ctx(), resellerInput(`l${letters(12)}`, "Late Ltd"));
  await sql("update invitations set expires_at = now() - interval '1 day' where account_id = $1", [late.id]);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers");
  expect(await lines(page)).toEqual([
    "1 reseller has come to a hard cap this month",
    "1 usage event could not be counted",
    "1 reseller has not taken up the invitation in time",
  ]);
  await page.getByRole("link", { name: "has come to a hard cap" }).click();
  await page.waitForURL("**/resellers?needs=hard_cap");
  await page.locator("tbody tr").nth(1).waitFor({ state: "detached" });
  expect(await names(page)).toEqual(["Over & Out"]);
  expect(await page.locator(".attention").count()).toBe(0);
  await page.getByRole("link", { name: /Needs attention At the hard cap/ }).click();
  await page.waitForURL((url) => url.search === "");
  await page.locator("tbody tr").nth(1).waitFor();

  const plain = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await plain.goto("/resellers");
  await plain.getByRole("link", { name: "has not taken up the invitation" }).click();
  await plain.waitForURL("**/resellers?needs=invitation_expired");
  expect(await names(plain)).toEqual(["Late Ltd"]);
  await plain.goto("/resellers");
  await plain.getByRole("link", { name: "could not be counted" }).click();
  await plain.getByRole("heading", { level: 1, name: "Not counted" }).waitFor();
  expect(await plain.locator("tbody tr").count()).toBe(1);
  expect(await plain.locator("tbody tr").textContent()).toContain("No such account");
  const file = await send(world.port, agency.host, "/usage/quarantine.csv", agency.owner);
  expect(file.text.split("\r\n")[0]).toContain("Received,Reason,Event,Source");

  const theirs = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(theirs, "/");
  expect(await lines(theirs)).toEqual(["1 meter has come to your plan's hard cap this month"]);
});

it("shows on every page of a reseller's host whom to write to: strangers its own address, its people the agency's", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const mail = "update brands set support_email = $2 where account_id = $1";
  await sql(mail, [agency.id, "partners@above.example"]);
  await sql(mail, [reseller.id, "help@beside.example"]);
  const read = async (path: string, session?: string) => {
    const headers = { host: `${reseller.host}:${world.port}` };
    return (await send(world.port, reseller.host, path, { session, headers })).text;
  };
  for (const path of ["/sign-in", "/forgot-password", "/no/such/page", "/invitation/none.none"]) {
    const text = await read(path);
    expect(text, path).toContain("mailto:help@beside.example");
    expect(text, path).not.toContain("above.example");
  }
  for (const path of ["/", "/plans", "/search", "/settings/profile", "/settings/audit", "/no/such/page"])
    expect(await read(path, reseller.owner.session), path).toContain("mailto:partners@above.example");

  await sql(mail, [reseller.id, null]);
  expect(await read("/sign-in")).not.toContain("mailto:");
  await deactivateReseller(await agency.ctx(), { id: reseller.id });
  const locked = await read("/", reseller.owner.session);
  expect(locked.match(/mailto:partners@above.example/g)).toHaveLength(1);
});
