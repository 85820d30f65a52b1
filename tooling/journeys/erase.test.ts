import { createCustomer } from "@tenantry/core/customers/create";
import { archiveReseller } from "@tenantry/core/resellers/archive";
import { newAgency, newReseller } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

async function scene(javaScriptEnabled = true) {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  await archiveReseller(await agency.ctx(), { id: reseller.id });
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled });
  return { agency, reseller, page };
}

it.each([true, false])(
  "erases a deleted reseller for good, its data taken along and its name typed (scripts: %s)",
  async (scripts) => {
    const { reseller, page } = await scene(scripts);
    const own = `/resellers/${reseller.id}`;
    await (scripts ? visit(page, own) : page.goto(own));
    await page.getByRole("link", { name: "Erase for good" }).click();
    const dialog = page.getByRole("dialog", { name: `Erase ${reseller.name} for good?` });
    await dialog.waitFor();
    const words = await dialog.textContent();
    expect(words).toContain("What goes: people 1, sessions 1");
    expect(words).toContain("This cannot be undone.");

    const download = page.waitForEvent("download");
    await dialog.getByRole("link", { name: "Download its data" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
    const file = JSON.parse(Buffer.concat(chunks).toString());
    expect(file.account).toMatchObject([{ name: reseller.name, email: reseller.owner.email }]);
    expect(file.audit.length).toBeGreaterThan(0);

    const name = dialog.getByRole("textbox", { name: `Type ${reseller.name} to confirm` });
    await name.fill("Another one");
    await dialog.getByRole("button", { name: "Erase for good" }).click();
    await dialog.getByText("This is not its name.").waitFor();
    expect(await name.inputValue()).toBe("Another one");
    await name.fill(reseller.name);
    await dialog.getByRole("button", { name: "Erase for good" }).click();
    await page.locator(".toast", { hasText: `${reseller.name} erased for good` }).waitFor();
    await page.getByRole("heading", { name: "No reseller matches" }).waitFor();
    await page.goto(own);
    await page.getByText("This reseller was erased on").waitFor();
    expect(await page.getByText(reseller.owner.email).count()).toBe(0);
    const theirs = await world.visitor(reseller.host, { session: reseller.owner.session });
    expect((await theirs.goto("/"))?.status()).toBe(404);
  },
);

it("cannot be erased while customers hang on it", async () => {
  const { agency, reseller, page } = await scene();
  await world.app.admin.query("update accounts set archived_at = null where id = $1", [reseller.id]);
  await createCustomer(await agency.ctx(), { name: "Held", parentId: reseller.id });
  await archiveReseller(await agency.ctx(), { id: reseller.id });
  await visit(page, `/resellers/${reseller.id}/erase`);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 customer still hangs on it.").waitFor();
  expect(await dialog.getByRole("button").count()).toBe(0);
});
