import { newAgency, newReseller } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it.each([1280, 360])("keeps Undo on the screen whatever the name, %i px wide", async (width) => {
  const agency = await newAgency(world.app);
  const name = "W".repeat(200);
  await newReseller(world.app, agency, name);
  const viewport = { width, height: 800 };
  const page = await world.visitor(agency.host, { session: agency.owner.session, viewport });
  await visit(page, "/resellers");
  await page.getByRole("switch").first().click();
  const undo = page.locator(".toast").getByRole("button", { name: "Undo" });
  await undo.waitFor();
  const box = (await undo.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  await undo.click();
  await page.locator("[role=switch][aria-checked=true], [role=switch]:checked").first().waitFor();
});
