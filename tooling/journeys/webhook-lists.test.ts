import { send } from "@tenantry/api/testing/web";
import { type Agency, addPerson, newAgency } from "@tenantry/core/testing";
import { beforeEach, expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { makeWebhooks } from "./support/webhooks.ts";
import { useWorld } from "./support/world.ts";

// Nothing is sent here: the messages are in the states they were put into.
const world = useWorld();
let agency: Agency;
beforeEach(async () => {
  agency = await newAgency(world.app);
});

const list = "/settings/webhooks";

it("keeps search, filter and order of both lists in the address, and gives the same as a file", async () => {
  const { id, off } = await makeWebhooks(world, agency);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, list);
  await page.getByRole("searchbox").fill("billing");
  await page.waitForURL((url) => url.searchParams.get("q") === "billing");
  await page.locator(`a[href="${list}/${off}"]`).waitFor({ state: "detached" });
  await visit(page, `${list}?state=disabled&sort=url`);
  expect(await page.locator("tbody tr").count()).toBe(1);
  await page.getByRole("link", { name: "Clear search and filters" }).waitFor({ state: "detached" });

  await visit(page, `${list}/${id}`);
  await page.locator("summary.chip", { hasText: "State" }).click();
  await page.getByRole("link", { name: "Failed", exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get("state") === "failed");
  await page.locator("tbody tr", { hasText: "HTTP 500" }).waitFor();
  await page.getByRole("link", { name: "Switch off" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(
    (url) => url.pathname === `${list}/${id}` && url.searchParams.get("state") === "failed",
  );

  const headers = { host: `${agency.host}:${world.port}` };
  const file = async (path: string) =>
    (await send(world.port, agency.host, path, { session: agency.owner.session, headers })).text
      .trim()
      .split("\r\n");
  expect(await file(`${list}.csv?state=disabled`)).toHaveLength(2);
  const messages = await file(`${list}/${id}/deliveries.csv?state=failed`);
  expect(messages).toHaveLength(2);
  expect(messages[1]).toMatch(/^msg_[\w-]+,reseller\.created,,Failed,.*,1,,500,$/);
});

it("shows nothing to press to somebody who may only look", async () => {
  const { id, delivery } = await makeWebhooks(world, agency);
  const own = { agencyId: agency.id, resellerId: agency.id, accountId: agency.id };
  const { session } = await addPerson(world.app, agency.host, own, "support");
  const page = await world.visitor(agency.host, { session });
  const verbs = /^(Add endpoint|Edit|Send|Rotate|Switch|Delete)/;
  for (const path of [list, `${list}/${id}`, `/settings/webhook-deliveries/${delivery}`]) {
    await visit(page, path);
    expect(await page.locator("main, header.head").getByRole("button", { name: verbs }).count(), path).toBe(
      0,
    );
    expect(await page.locator("main, header.head").getByRole("link", { name: verbs }).count(), path).toBe(0);
  }
  for (const path of ["new", `${id}/edit`, `${id}/rotate`, `${id}/enable`, `${id}/disable`, `${id}/remove`])
    expect((await page.goto(`${list}/${path}`))?.status(), path).toBe(403);
});
