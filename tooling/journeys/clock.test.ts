import { send } from "@tenantry/api/testing/web";
import { addPerson, newAgency, newReseller } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("moves a test agency's business time forward, by a step or by a number of days", async () => {
  const agency = await newAgency(world.app, { mode: "test" });
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/settings/clock");
  await page.getByText("The same as the real time.").waitFor();
  await page.getByRole("button", { name: "31 days" }).click();
  await page.locator(".toast", { hasText: "The clock is 31 days further" }).waitFor();
  await page.getByText("31 days ahead of the real time.").waitFor();
  const field = page.getByRole("textbox", { name: "Another number of days" });
  await field.fill("401");
  await page.getByRole("button", { name: "Move forward" }).click();
  await page.locator(".msg.err").waitFor();
  expect(await field.inputValue()).toBe("401");
  await field.fill("2");
  await page.getByRole("button", { name: "Move forward" }).click();
  await page.getByText("33 days ahead of the real time.").waitFor();
}, 60_000);

it("says why the clock stands, to whom it may not move it and to an agency that does real business", async () => {
  const test = await newAgency(world.app, { mode: "test" });
  const account = { agencyId: test.id, accountId: test.id, resellerId: test.id };
  const viewer = await addPerson(world.app, test.host, account, "viewer");
  const seen = await send(world.port, test.host, "/settings/clock", viewer);
  expect(seen.text).toContain("Your role does not move the clock");
  const live = await newAgency(world.app);
  const fixed = await send(world.port, live.host, "/settings/clock", live.owner);
  expect(fixed.text).toContain("This agency does real business");
  const reseller = await newReseller(world.app, live);
  expect((await send(world.port, reseller.host, "/settings/clock", reseller.owner)).status).toBe(404);
});
