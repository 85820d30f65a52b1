import { send } from "@tenantry/api/testing/web";
import { createPayouts } from "@tenantry/core/payouts/create";
import { listPayouts } from "@tenantry/core/payouts/list";
import { addPerson, loseProof, newDistributor } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { newEarnings } from "./support/earnings.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("previews a run, keeps what is below the minimum, makes the payout, and takes it to the bank and back", async () => {
  const { agency, agent, as, sell, later } = await newEarnings(world.app);
  await sell(3);
  await sell(4);
  await later();
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/payouts");
  await page.getByText("No payouts yet").waitFor();
  await page.getByRole("link", { name: "New payout run" }).first().click();
  await page.getByText("€8.75 in 1 payout").waitFor();
  const minimum = page.getByRole("textbox", { name: /^Minimum/ });
  await minimum.fill("10");
  await page.getByRole("button", { name: "Reckon again" }).click();
  await page.getByText("Stays: less than €10.00").waitFor();
  expect(await page.getByRole("button", { name: /^Make/ }).count()).toBe(0);
  await minimum.fill("a lot");
  await page.getByRole("button", { name: "Reckon again" }).click();
  await page.locator(".msg.err").waitFor();
  expect(await minimum.inputValue()).toBe("a lot");
  await minimum.fill("5");
  await page.getByRole("button", { name: "Reckon again" }).click();
  await page.getByText("Goes out", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Make 1 payout" }).click();
  await page.locator(".toast", { hasText: "1 payout made" }).waitFor();
  await page.getByText("2 lines, together €8.75").waitFor();
  expect(await page.locator("tbody tr td:last-child").allTextContents()).toEqual(["€3.75", "€5.00"]);

  await page.getByRole("link", { name: "Say it is sent" }).click();
  await page.getByText("It moves no money itself").waitFor();
  await page.getByRole("button", { name: "It is sent" }).click();
  await page.locator(".toast", { hasText: "is sent" }).waitFor();
  await page.getByRole("link", { name: "It came back" }).click();
  await page.getByRole("button", { name: "It came back" }).click();
  await page.locator(".msg.err").waitFor();
  await page.getByRole("textbox", { name: "Reference" }).fill("No such account");
  await page.getByRole("button", { name: "It came back" }).click();
  await page.locator(".toast", { hasText: "came back" }).waitFor();
  await page.getByText("No such account").waitFor();
  expect(await page.getByRole("link", { name: /It arrived|Cancel payout/ }).count()).toBe(0);

  await createPayouts(await as.agency(), {});
  await visit(page, "/payouts?state=draft");
  await page.locator("tbody th a").click();
  await page.getByRole("link", { name: "Cancel payout" }).click();
  await page.getByRole("button", { name: "Cancel payout" }).click();
  await page.locator(".toast", { hasText: "cancelled" }).waitFor();
  const theirs = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(theirs, "/payouts?sort=created");
  expect(await theirs.locator("tbody .badge").allTextContents()).toEqual(["Came back", "Called off"]);
}, 60_000);

it("makes nothing when the sums have changed since they were seen, shows the new ones and keeps what was typed", async () => {
  const { agency, as, sell, later } = await newEarnings(world.app);
  await sell(30);
  await later();
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/payouts/new?minimum=1");
  await page.getByText("€37.50 in 1 payout").waitFor();
  await createPayouts(await as.agency(), {});
  await page.getByRole("button", { name: "Make 1 payout" }).click();
  await page.getByText("Nothing is payable").waitFor();
  const { payouts } = await listPayouts(await as.agency(), {});
  expect(payouts).toHaveLength(1);

  const again = await newEarnings(world.app);
  await again.sell(30);
  await again.later();
  const other = await world.visitor(again.agency.host, { session: again.agency.owner.session });
  await visit(other, "/payouts/new?minimum=1");
  await other.getByRole("checkbox", { name: `Leave ${again.agent.name} out` }).check();
  await other.getByRole("button", { name: "Make 1 payout" }).click();
  await other.getByText("no payout has been made").waitFor();
  await other.getByText("Left out", { exact: true }).waitFor();
  await other.getByText("Nothing goes out with this minimum and choice").waitFor();
  expect(await other.getByRole("textbox", { name: /^Minimum/ }).inputValue()).toBe("1");
}, 60_000);

it("shows a reseller its payout line by line and as a file, and lets it change nothing", async () => {
  const { agency, agent, as, sell, refund, later } = await newEarnings(world.app);
  const first = await sell(30);
  await refund(first, 10_000);
  await later();
  const [made] = (await createPayouts(await as.agency(), {})).payouts;
  const { session } = agent.owner;
  const page = await world.visitor(agent.host, { session, javaScriptEnabled: false });
  await page.goto("/payouts");
  await page.getByRole("link", { name: made!.code }).click();
  await page.getByText("2 lines, together €25.00").waitFor();
  expect(await page.getByRole("link", { name: /sent|arrived|came back|Cancel/ }).count()).toBe(0);
  const href = await page.getByRole("link", { name: "Download lines" }).getAttribute("href");
  const { text } = await send(world.port, agent.host, href!, { session });
  expect(text).toContain(",300.00,12.5%,By the rate,37.50,EUR\r\n");
  expect(text).toContain(",-100.00,12.5%,Taken back,-12.50,EUR\r\n");
  for (const path of ["/payouts/new", `/payouts/${made!.id}/send`, `/payouts/${made!.id}/cancel`])
    expect((await send(world.port, agent.host, path, { session })).status).toBe(404);
  const distributor = await newDistributor(world.app, agency);
  for (const path of ["/payouts", "/payouts.csv", `/payouts/${made!.id}`])
    expect((await send(world.port, distributor.host, path, distributor.owner)).status).toBe(404);
}, 60_000);

it("lets finance make and settle payouts, and an owner alone say that one is sent; both prove who they are", async () => {
  const { agency, as, sell, later } = await newEarnings(world.app);
  await sell(30);
  await later();
  const [made] = (await createPayouts(await as.agency(), {})).payouts;
  const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
  const finance = await addPerson(world.app, agency.host, account, "finance");
  const page = await world.visitor(agency.host, { session: finance.session });
  await visit(page, `/payouts/${made!.id}`);
  await page.getByRole("link", { name: "Cancel payout" }).waitFor();
  expect(await page.getByRole("link", { name: "Say it is sent" }).count()).toBe(0);
  expect((await send(world.port, agency.host, `/payouts/${made!.id}/send`, finance)).status).toBe(403);
  const owner = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(owner, `/payouts/${made!.id}/send`);
  await loseProof(world.app, agency.id, agency.owner.session);
  await owner.getByRole("button", { name: "It is sent" }).click();
  await owner.getByRole("heading", { name: "Confirm that it is you" }).waitFor();
});
