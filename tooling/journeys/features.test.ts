import { readAccess } from "@tenantry/core/access/read";
import { createCustomer } from "@tenantry/core/customers/create";
import { addPerson, newAgency, newReseller } from "@tenantry/core/testing";
import { contextFor } from "@tenantry/core/testing/context";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("releases a feature step by step: off, a share, a reseller's customers, and off for everybody again", async () => {
  const agency = await newAgency(world.app);
  const resellers = [];
  for (const name of ["Alder", "Birch"]) resellers.push(await newReseller(world.app, agency, name));
  const [alder] = resellers;
  const theirs = await contextFor(world.app, alder!.host, alder!.owner.session);
  const one = await createCustomer(theirs, { name: "First customer" });
  const two = await createCustomer(theirs, { name: "Second customer" });
  const ctx = await agency.ctx();
  const has = async (account: string) => (await readAccess(ctx, { account })).features;

  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/features/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Smart replies");
  await page.getByRole("textbox", { name: "Key" }).fill("Smart Replies");
  await page.getByRole("button", { name: "Create feature" }).click();
  await page.locator(".msg.err", { hasText: "Use small letters" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Name", exact: true }).inputValue()).toBe("Smart replies");
  await page.getByRole("textbox", { name: "Key" }).fill("smart_replies");
  await page.getByRole("button", { name: "Create feature" }).click();
  await page.locator(".toast", { hasText: "It is off for everybody until you release it." }).waitFor();
  expect(await has(alder!.id)).toEqual([]);

  await page.getByRole("link", { name: "Release", exact: true }).click();
  await page.getByRole("radio", { name: /^A share/ }).check();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("1 field needs attention").waitFor();
  await page.getByLabel("Percent").fill("10");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("heading", { name: "What would change" }).waitFor();
  const told = await page.getByRole("status").filter({ hasText: "get" }).textContent();
  await page.getByLabel("Percent").fill("100");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("2 accounts get it.").waitFor();
  expect(told).not.toContain("2 accounts get it.");
  await page.getByRole("link", { name: "Alder" }).waitFor();
  expect(await has(alder!.id)).toEqual([]);
  await page.getByRole("button", { name: "Release", exact: true }).click();
  await page.locator(".toast", { hasText: "2 accounts get it." }).waitFor();
  expect(await has(alder!.id)).toEqual(["smart_replies"]);

  // The agency takes it from one whatever the rule says, and leaves it to the rule again.
  await page.getByRole("switch", { name: "Birch: has the feature" }).click();
  await page.getByRole("cell", { name: "Left out by choice" }).waitFor();
  expect(await has(resellers[1]!.id)).toEqual([]);
  await page.getByRole("button", { name: "Birch: leave it to the rule" }).click();
  await page.locator("tr", { hasText: "Birch" }).getByText("In the share").waitFor();

  // The reseller's customers have it when the reseller says so; all of it without a script.
  const shop = await world.visitor(alder!.host, { session: alder!.owner.session, javaScriptEnabled: false });
  await shop.goto("/features");
  await shop.getByRole("link", { name: "Smart replies" }).click();
  expect(await has(one.id)).toEqual([]);
  await shop.getByRole("link", { name: "Release", exact: true }).click();
  await shop.getByRole("radio", { name: /^Everybody/ }).check();
  await shop.getByRole("button", { name: "Preview" }).click();
  await shop.getByText("2 accounts get it.").waitFor();
  await shop.getByRole("button", { name: "Release", exact: true }).click();
  await shop.locator(".toast", { hasText: "Smart replies is released." }).waitFor();
  expect(await has(one.id)).toEqual(["smart_replies"]);
  await shop.getByRole("switch", { name: "Second customer: has the feature" }).click();
  await shop.locator(".toast", { hasText: "Smart replies is switched off." }).waitFor();
  expect([await has(one.id), await has(two.id)]).toEqual([["smart_replies"], []]);

  await page.getByRole("link", { name: "Withdraw from everybody" }).click();
  await page.getByText("2 resellers and direct customers lose it at once.").waitFor();
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  await page.locator(".toast", { hasText: "Smart replies is withdrawn from 2 accounts." }).waitFor();
  expect([await has(alder!.id), await has(one.id)]).toEqual([[], []]);
  await shop.goto("/features");
  await shop.getByText("Nothing is released to you beyond your plan.").waitFor();
}, 60_000);

it("shows a reseller's features with a switch on its page, and no buttons to those who only read", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency, "Cedar");
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/features/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Voice notes");
  await page.getByRole("textbox", { name: "Key" }).fill("voice_notes");
  await page.getByRole("button", { name: "Create feature" }).click();
  await page.locator(".toast", { hasText: "Voice notes is created." }).waitFor();
  await visit(page, `/resellers/${reseller.id}`);
  await page.getByText("No feature is released to it.").waitFor();
  await visit(page, `/resellers/${reseller.id}/features`);
  await page.getByRole("switch", { name: "Voice notes: has the feature" }).click();
  await page.getByRole("cell", { name: "Chosen" }).waitFor();
  await visit(page, `/resellers/${reseller.id}`);
  await page.getByText("Voice notes").waitFor();

  const own = { agencyId: agency.id, resellerId: agency.id, accountId: agency.id };
  const viewer = await addPerson(world.app, agency.host, own, "viewer");
  const reader = await world.visitor(agency.host, { session: viewer.session });
  await visit(reader, "/features");
  await reader.getByRole("link", { name: "Voice notes" }).click();
  await reader.getByRole("heading", { name: "Who has it" }).waitFor();
  for (const name of ["Release", "Edit", "Withdraw from everybody", "Archive"])
    expect(await reader.getByRole("link", { name, exact: true }).count()).toBe(0);
  expect(await reader.getByRole("switch").count()).toBe(0);
});
