import { send } from "@tenantry/api/testing/web";
import { archiveReseller } from "@tenantry/core/resellers/archive";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { restoreReseller } from "@tenantry/core/resellers/restore";
import {
  asUpline,
  newAgency,
  newDistributor,
  newReseller,
  newResellerOf,
  personPassword,
} from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { foldUsage, ingestUsage } from "@tenantry/core/usage/index";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { accept, fillReseller, resellerFields } from "./support/reseller-form.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("makes a distributor with a ceiling, which creates and stops a reseller, is refused above it, and is seen", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/distributors");
  await page.getByRole("link", { name: "Create the first distributor" }).click();
  const fields = resellerFields(`d${letters(12)}`);
  await fillReseller(page, fields);
  await page.getByText("Available.").waitFor();
  const most = page.getByRole("textbox", { name: "Resellers at most" });
  await most.fill("one");
  await page.getByRole("button", { name: "Create distributor" }).click();
  await page.locator(".msg.err", { hasText: "Give a whole number, 0 or more." }).waitFor();
  await most.fill("1");
  await page.getByRole("button", { name: "Create distributor" }).click();
  await page.getByText(`${fields["Partner Name"]} is created`).waitFor();
  const link = await page.getByRole("textbox", { name: "Activation link" }).inputValue();

  // On its own host it signs in and finds its list, empty.
  const host = `${fields["Login Domain"]}.partner.localhost`;
  const theirs = await world.visitor(host);
  await accept(theirs, link, personPassword);
  await theirs.getByRole("link", { name: "Create the first reseller" }).click();
  const sub = resellerFields(`s${letters(12)}`);
  await fillReseller(theirs, sub);
  await theirs.getByText("Available.").waitFor();
  await theirs.getByRole("button", { name: "Create reseller" }).click();
  await theirs.getByText(`${sub["Partner Name"]} is created`).waitFor();

  await visit(theirs, "/resellers");
  await theirs.getByText("1 of at most 1 resellers.").waitFor();
  const toggle = theirs.getByRole("switch", { name: `${sub["Partner Name"]} access` });
  await toggle.click();
  await theirs.getByText(`${sub["Partner Name"]} deactivated`).waitFor();
  expect(await toggle.getAttribute("aria-checked")).toBe("false");

  // Above the ceiling: there is room for one, and deleting was not given.
  expect(await theirs.getByRole("link", { name: "Delete" }).count()).toBe(0);
  await visit(theirs, "/resellers/new");
  const another = resellerFields(`t${letters(12)}`);
  await fillReseller(theirs, another);
  await theirs.getByRole("button", { name: "Create reseller" }).click();
  await theirs.getByText("There is no room for another reseller here").waitFor();
  expect(await theirs.getByRole("textbox", { name: "Partner Name", exact: true }).inputValue()).toBe(
    another["Partner Name"],
  );

  // What was done to its resellers stands in a log of its own, with who of its people it was.
  await visit(theirs, "/settings/audit");
  expect(await theirs.getByRole("link", { name: "reseller.deactivate" }).count()).toBe(0);
  await theirs.getByRole("link", { name: "Your resellers" }).click();
  const done = theirs.getByRole("row").filter({ hasText: "reseller.deactivate" });
  await done.getByRole("link").click();
  await theirs.getByRole("link", { name: /^reseller [0-9a-f-]{36}$/ }).click();
  await theirs.getByRole("heading", { name: sub["Partner Name"], level: 1 }).waitFor();

  // The agency sees it under its distributor.
  await visit(page, "/resellers");
  await page.getByText(`under ${fields["Partner Name"]}`).waitFor();
  await page.getByRole("link", { name: sub["Partner Name"], exact: true }).click();
  await page.getByRole("link", { name: `under ${fields["Partner Name"]}` }).click();
  await page.getByRole("heading", { name: fields["Partner Name"], level: 1 }).waitFor();
  await page.getByText("1 of at most 1 resellers").waitFor();
}, 60_000);

it("changes what a distributor may do, locks it with the numbers of who is affected, and lets it in again", async () => {
  const agency = await newAgency(world.app);
  const distributor = await newDistributor(world.app, agency);
  await newResellerOf(world.app, agency, distributor);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, `/distributors/${distributor.id}`);
  await page.getByRole("link", { name: "Change what it may do" }).click();
  await page.getByRole("checkbox", { name: "Create resellers" }).uncheck();
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("What it may do is saved").waitFor();
  const theirs = await world.visitor(distributor.host, { session: distributor.owner.session });
  await visit(theirs, "/resellers");
  expect(await theirs.getByRole("link", { name: "Create reseller" }).count()).toBe(0);

  await page.getByRole("link", { name: "Deactivate distributor" }).click();
  await page.getByText("1 person of its own is locked out at once.").waitFor();
  await page.getByRole("dialog").getByText("1 reseller goes on as before.").waitFor();
  await page.getByRole("button", { name: "Deactivate distributor" }).click();
  await page.getByText(`${distributor.name} is locked out`).waitFor();
  await theirs.reload();
  await theirs.getByText("This account is not open at the moment").waitFor();
  await page.getByRole("link", { name: "Activate distributor" }).click();
  await page.getByRole("button", { name: "Activate distributor" }).click();
  await page.getByText(`${distributor.name} is let in again`).waitFor();
  await visit(theirs, "/resellers");
  await theirs.getByRole("heading", { name: "Resellers", level: 1 }).waitFor();
}, 60_000);

it("says of a reseller whose only one beneath was deleted why it cannot be left without resellers", async () => {
  const agency = await newAgency(world.app);
  const upline = await asUpline(world.app, agency, await newReseller(world.app, agency));
  const beneath = await newResellerOf(world.app, agency, upline);
  await archiveReseller(await agency.ctx(), { id: beneath.id });
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, `/resellers/${upline.id}/beneath`);
  await page.getByText("1 reseller hangs on it and has to be erased first.").waitFor();
  await page.getByRole("button", { name: "No resellers beneath" }).click();
  await page.getByText("Resellers still hang on this account: 1").waitFor();
}, 60_000);

it("exports an upline's resellers as its list shows them, with plan and units included", async () => {
  const agency = await newAgency(world.app);
  const distributor = await newDistributor(world.app, agency);
  const reseller = await asUpline(world.app, agency, await newReseller(world.app, agency));
  for (const upline of [distributor, reseller]) {
    const { name } = await newResellerOf(world.app, agency, upline);
    const page = await world.visitor(upline.host, { session: upline.owner.session });
    await visit(page, "/resellers");
    const row = page.locator("tbody tr", { hasText: name });
    const plan = await row.locator("td").nth(2).textContent();
    const included = /of (\d{1,3}(?:,\d{3})*)/.exec((await row.locator(".use").textContent()) ?? "")![1]!;
    const file = await send(world.port, upline.host, "/resellers.csv", upline.owner);
    const [head, ...lines] = file.text
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    const cell = (column: string) => lines[0]![head!.indexOf(column)];
    expect(lines.map(([first]) => first)).toEqual([name]);
    expect(plan).toContain(cell("Plan"));
    expect(cell("Plan")).not.toBe("");
    expect(cell("Included a month")).toBe(included.replaceAll(",", ""));
  }
});

it("takes over what an upline stopped, so that the upline can no longer lift it", async () => {
  const agency = await newAgency(world.app);
  const upline = await asUpline(world.app, agency, await newReseller(world.app, agency));
  const { id, name } = await newResellerOf(world.app, agency, upline);
  await deactivateReseller(await upline.ctx(), { id, mode: "sales_stopped" });
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, `/resellers/${id}`);
  await page.getByText(`The reseller above it, ${upline.name}, did this and can undo it.`).waitFor();
  await page.getByRole("link", { name: "Take over the stop…" }).click();
  const dialog = page.getByRole("dialog", { name: `Take over the stop of ${name}?` });
  await dialog.getByText(`${upline.name} no longer can.`).waitFor();
  await dialog.getByRole("button", { name: "Take over the stop" }).click();
  const toast = page.locator(".toast", { hasText: `The stop of ${name} is yours` });
  await toast.waitFor();
  expect(await toast.getByRole("button", { name: "Undo" }).count()).toBe(0);
  expect(await page.getByText("can undo it").count()).toBe(0);
  expect(await page.getByRole("link", { name: "Take over the stop…" }).count()).toBe(0);
  const theirs = await world.visitor(upline.host, { session: upline.owner.session });
  await visit(theirs, `/resellers/${id}`);
  await theirs.getByText("Your provider has done that, and only your provider can undo it.").waitFor();
}, 60_000);

it("takes over what an upline stopped and deleted, without a script, and the thirty days go on", async () => {
  const agency = await newAgency(world.app);
  const upline = await newDistributor(world.app, agency);
  const [stopped, removed] = [
    await newResellerOf(world.app, agency, upline),
    await newResellerOf(world.app, agency, upline),
  ];
  await deactivateReseller(await upline.ctx(), { id: stopped.id, mode: "inactive" });
  await archiveReseller(await upline.ctx(), { id: removed.id });
  await world.app.admin.query(
    "update accounts set archived_at = archived_at - interval '9 days' where id = $1",
    [removed.id],
  );
  const { session } = agency.owner;
  const page = await world.visitor(agency.host, { session, javaScriptEnabled: false });
  await page.goto(`/resellers/${stopped.id}`);
  await page.getByText(`Its distributor ${upline.name} did this and can undo it.`).waitFor();
  await page.getByRole("link", { name: "Take over the stop…" }).click();
  await page.getByRole("button", { name: "Take over the stop" }).click();
  await page.getByText(`The stop of ${stopped.name} is yours`).waitFor();

  await page.goto(`/resellers/${removed.id}`);
  await page.getByText(`Its distributor ${upline.name} deleted it and can restore it`).waitFor();
  const until = (await page.locator(".note").textContent())?.match(/until (\d+ \w{3})/)?.[1];
  await page.getByRole("button", { name: "Take over the deletion" }).click();
  const toast = page.locator(".toast", { hasText: `The deletion of ${removed.name} is yours` });
  expect(await toast.textContent()).toMatch(new RegExp(`only you can restore it, until ${until}\\w* \\d{4}`));
  expect(await page.getByRole("button", { name: "Take over the deletion" }).count()).toBe(0);
  const theirs = await world.visitor(upline.host, { session: upline.owner.session });
  await theirs.goto(`/resellers/${removed.id}`);
  await theirs.getByText("only your provider can undo it.").waitFor();
  expect(await theirs.getByRole("button", { name: "Restore reseller" }).count()).toBe(0);

  // Somebody's page from before the upline restored it: nothing is deleted by a button that says otherwise.
  const late = await newResellerOf(world.app, agency, upline);
  await archiveReseller(await upline.ctx(), { id: late.id });
  await page.goto(`/resellers/${late.id}`);
  await restoreReseller(await upline.ctx(), { id: late.id });
  await page.getByRole("button", { name: "Take over the deletion" }).click();
  await page.getByRole("link", { name: "Delete reseller" }).waitFor();
}, 60_000);

/** What the cards above a list say: the number of each, and where it leads. */
async function cardsOf(page: Page): Promise<[string, string][]> {
  const values = await page.locator(".stat .v").allTextContents();
  const places = await page.locator(".stat").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  return values.map((value, index) => [value, places[index] ?? ""]);
}

it("adds up above a distributor's list how many are active and what they used, and leads to the list behind each", async () => {
  const agency = await newAgency(world.app);
  const distributor = await newDistributor(world.app, agency);
  const agencys = await world.visitor(agency.host, { session: agency.owner.session });
  const page = await world.visitor(distributor.host, { session: distributor.owner.session });
  await visit(agencys, "/resellers");
  await visit(page, "/resellers");
  expect((await cardsOf(page)).map(([value]) => value)).toEqual(["0", "0", "0", "0"]);
  expect(await cardsOf(page)).toEqual(await cardsOf(agencys));

  const busy = await newResellerOf(world.app, agency, distributor);
  const stopped = await newResellerOf(world.app, agency, distributor);
  await deactivateReseller(await distributor.ctx(), { id: stopped.id });
  const direct = await newReseller(world.app, agency);
  const ctx = await agency.ctx();
  const used: [string, string, number][] = [
    [busy.id, "messages", 1_200],
    [stopped.id, "messages", 34],
    [busy.id, "team_members", 3],
    [direct.id, "messages", 900],
    [distributor.id, "messages", 5_000],
  ];
  await ingestUsage(ctx, {
    events: used.map(([accountId, meter, quantity], index) => ({
      ...{ source: "t", eventId: `${index}`, at: ctx.now.toISOString(), accountId, meter, quantity },
    })),
  });
  await foldUsage(world.app.pool, agency.id);
  await visit(page, "/resellers");
  expect(await cardsOf(page)).toEqual([
    ["1", "/resellers?status=active"],
    ["1,234", "/resellers"],
    ["0", "/resellers"],
    ["3", "/resellers"],
  ]);
  // To the unit what the rows say: what was used, and of how much.
  const rows = await page.locator("tbody .use").allTextContents();
  const total = (units: RegExp) =>
    rows.reduce((sum, row) => sum + Number(units.exec(row)![1]!.replaceAll(",", "")), 0).toLocaleString("en");
  const messages = page.locator(".stat").nth(1);
  expect([rows.length, total(/^([\d,]+)/)]).toEqual([2, "1,234"]);
  expect(await messages.textContent()).toContain(`of ${total(/of (\d{1,3}(?:,\d{3})*)/)} included`);
  await page.locator(".stat").first().click();
  await page.getByRole("link", { name: stopped.name, exact: true }).waitFor({ state: "detached" });
  expect(await page.locator("tbody tr").count()).toBe(1);
}, 60_000);
