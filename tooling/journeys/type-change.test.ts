import { newAgency, newReseller } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it.each([true, false])(
  "plans a change of type, calls it off, and does it at once (scripts: %s)",
  async (scripts) => {
    const agency = await newAgency(world.app);
    const reseller = await newReseller(world.app, agency);
    const session = agency.owner.session;
    const page = await world.visitor(agency.host, { session, javaScriptEnabled: scripts });
    const open = (path: string) => (scripts ? visit(page, path) : page.goto(path));
    await open(`/resellers/${reseller.id}`);
    await page.getByRole("link", { name: "Change type" }).click();
    await page.getByRole("heading", { name: "From Own plans to Commission" }).waitFor();
    await page.getByText("What was sold and counted until then is not rewritten.").waitFor();

    await page.getByLabel("Takes effect").selectOption("later");
    await page.getByRole("button", { name: "Change type" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("Takes effect").inputValue()).toBe("later");
    await page.getByLabel("Day", { exact: true }).fill("2099-01-01");
    await page.getByRole("button", { name: "Change type" }).click();
    await page.locator(".toast", { hasText: "will be of type Commission from 1 January 2099" }).waitFor();

    await open(`/resellers/${reseller.id}/type`);
    await page.getByRole("button", { name: "Call it off" }).click();
    await page.locator(".toast", { hasText: `${reseller.name} keeps its type` }).waitFor();
    await page.getByRole("button", { name: "Call it off" }).waitFor({ state: "detached" });
    // A day beside "Now" does not mean now.
    await page.getByLabel("Day", { exact: true }).fill("2099-01-01");
    await page.getByRole("button", { name: "Change type" }).click();
    await page.getByText("Choose “On a later day” for this, or clear the day.").waitFor();
    await page.getByLabel("Day", { exact: true }).fill("");
    await page.getByRole("button", { name: "Change type" }).click();
    await page.locator(".toast", { hasText: "is now of type Commission" }).waitFor();
    await page.getByLabel("Facts").getByText("Commission", { exact: true }).waitFor();
  },
);
