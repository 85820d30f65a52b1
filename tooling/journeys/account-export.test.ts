import { readFileSync } from "node:fs";
import { send } from "@tenantry/api/testing/web";
import { createCustomer } from "@tenantry/core/customers/create";
import { addPerson, newAgency, newReseller } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("gives an owner everything in one file from the settings, with and without a script", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency, "Harbour Media");
  await createCustomer(await agency.ctx(), { name: "Quay Books", parentId: reseller.id });
  for (const javaScriptEnabled of [true, false]) {
    const page = await world.visitor(reseller.host, { session: reseller.owner.session, javaScriptEnabled });
    await page.goto("/settings/profile");
    await page.getByRole("link", { name: "Export" }).click();
    await page.getByText("Customers, Plans, Subscriptions").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("export.zip");
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    expect(bytes.includes("about.json")).toBe(true);
  }
  const page = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(page, "/settings/audit");
  await page.locator("tbody").getByText("account-export.begin").first().waitFor();
});

it("is no page of anybody else's", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const place = { agencyId: agency.id, accountId: reseller.id, resellerId: reseller.id };
  const admin = await addPerson(world.app, reseller.host, place, "admin");
  expect((await send(world.port, reseller.host, "/settings/export", admin)).status).toBe(403);
  expect((await send(world.port, reseller.host, "/settings/export", {})).status).toBe(302);
});
