import { openReceiver, type Receiver } from "@tenantry/api/testing/receiver";
import { verified } from "@tenantry/api/testing/verified";
import { type Agency, newAgency, newReseller } from "@tenantry/core/testing";
import { loseProof, personPassword } from "@tenantry/core/testing/person";
import { until } from "@tenantry/db/testing";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { openDeliveries } from "./support/deliveries.ts";
import { takenOver, visit } from "./support/visit.ts";
import { openWorker, type Worker } from "./support/worker.ts";
import { useWorld } from "./support/world.ts";

// Receivers live on this machine, so each is named to the installation before somebody may add it.
const world = useWorld();
const allowed: string[] = [];
let sending: ReturnType<typeof openDeliveries>;
let mailing: Worker;
let agency: Agency;
let receiver: Receiver;
beforeAll(async () => {
  Object.assign(world.app.config, { egressAllowed: allowed });
  sending = openDeliveries(world.app, allowed);
  mailing = await openWorker(world.app);
});
afterAll(() => Promise.all([sending?.stop(), mailing?.stop()]));
beforeEach(async () => {
  agency = await newAgency(world.app);
  receiver = await openReceiver();
  allowed.push(receiver.pair);
});
afterEach(() => receiver.close());

const list = "/settings/webhooks";
const owner = (options = {}) => world.visitor(agency.host, { session: agency.owner.session, ...options });

/** Fills in the form of a new endpoint, and answers the secret that the next page shows. */
async function add(page: Page, event: RegExp): Promise<string> {
  await page.getByLabel("Address").fill(receiver.url);
  await page.getByRole("checkbox", { name: event }).check();
  await page.getByRole("button", { name: "Add endpoint" }).click();
  return shownSecret(page);
}

async function shownSecret(page: Page): Promise<string> {
  await page.getByText("Copy the secret now").waitFor();
  const secret = await page.getByRole("textbox", { name: "Signing secret" }).inputValue();
  await page.getByRole("link", { name: "I have copied it" }).click();
  await page.getByRole("heading", { name: "Messages", exact: true }).waitFor();
  return secret;
}

const badge = (page: Page, state: string) => page.getByRole("status").getByText(state, { exact: true });
const refuse = () => {
  receiver.answer = (to) => to.writeHead(500).end('{"error":"locked","password":"hush"}');
};
const accept = () => {
  receiver.answer = (to) => to.writeHead(204).end();
};

it("an endpoint is added, hears of a reseller that is switched off, gets what failed again, and is deleted", async () => {
  const reseller = await newReseller(world.app, agency);
  const page = await owner();
  await visit(page, list);
  await page.getByRole("link", { name: "Add endpoint" }).first().click();
  await page.getByLabel("Address").fill("https://10.0.0.1/hook");
  await page.getByLabel("Description").fill("Billing");
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await page.locator(".msg.err", { hasText: "Choose at least one event." }).waitFor();
  await page.getByRole("checkbox", { name: /^A reseller is deactivated/ }).check();
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await page.locator(".msg.err", { hasText: "This address is not on the public internet." }).waitFor();
  expect(await page.getByLabel("Description").inputValue()).toBe("Billing");
  const first = await add(page, /^A reseller is deactivated/);
  const endpoint = page.url();

  const elsewhere = await owner();
  await visit(elsewhere, "/resellers");
  await elsewhere.getByRole("switch", { name: `${reseller.name} access` }).click();
  await until(async () => receiver.got.length === 1);
  const [told] = receiver.got;
  expect(verified(first, told!)).toMatchObject({
    type: "reseller.deactivated",
    data: { reseller: { id: reseller.id, status: "inactive" } },
  });
  await visit(page, endpoint);
  await page.getByRole("link", { name: /^reseller\.deactivated/ }).click();
  await badge(page, "Delivered").waitFor();
  await page.getByText(told!.headers["webhook-id"], { exact: true }).waitFor();
  await page.getByRole("link", { name: reseller.name }).waitFor();

  refuse();
  await page.getByRole("link", { name: receiver.pair }).click();
  await page.getByRole("button", { name: "Send test message" }).click();
  await badge(page, "Failed").waitFor();
  await page.getByText("HTTP 500").waitFor();
  await page.getByText('{"error":"locked","password":"[redacted]"}').waitFor();
  accept();
  await page.getByRole("button", { name: "Send again" }).click();
  await badge(page, "Delivered").waitFor();
  const [failed, again, ...more] = receiver.got.slice(1);
  expect(more).toEqual([]);
  expect([again!.headers["webhook-id"], again!.body]).toEqual([failed!.headers["webhook-id"], failed!.body]);

  refuse();
  const other = await newReseller(world.app, agency);
  await visit(elsewhere, "/resellers");
  await elsewhere.getByRole("switch", { name: `${other.name} access` }).click();
  await until(async () => receiver.got.length === 4);
  // What the receiver answered is written down before it is as if its three days had passed.
  await until(async () => {
    const { rowCount } = await world.app.admin.query(
      `select from webhook_attempts a join webhook_deliveries d on d.agency_id = a.agency_id and d.id = a.delivery_id
       where d.about_id = $1`,
      [other.id],
    );
    return rowCount === 1;
  });
  await world.app.admin.query("update webhook_deliveries set state = 'failed' where about_id = $1", [
    other.id,
  ]);
  accept();
  await page.getByRole("link", { name: receiver.pair }).click();
  await page.getByRole("link", { name: "Send 1 failed again" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send 1 message" }).click();
  await page.getByText("0 waiting, 3 delivered, 0 failed.").waitFor();

  await page.getByRole("link", { name: "Rotate secret" }).click();
  await page.getByRole("button", { name: "Rotate secret" }).click();
  const second = await shownSecret(page);
  await page.getByText("Two sign: 24 hours left").waitFor();
  await page.getByRole("button", { name: "Send test message" }).click();
  await badge(page, "Delivered").waitFor();
  for (const secret of [first, second]) verified(secret, receiver.got.at(-1)!);

  await page.getByRole("link", { name: receiver.pair }).click();
  await page.getByRole("link", { name: "Delete endpoint" }).click();
  await page.getByRole("dialog").getByText("Its log of 4 messages goes with it.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Delete endpoint" }).click();
  await page.locator(".toast", { hasText: `${receiver.pair} deleted` }).waitFor();
  await page.getByRole("heading", { name: "Nothing is told to anybody yet" }).waitFor();
  expect((await page.goto(endpoint))?.status()).toBe(404);
});

it("works without a script: added, tried out, switched off and on, deleted", async () => {
  const page = await owner({ javaScriptEnabled: false });
  await page.goto(`${list}/new`);
  const secret = await add(page, /^A reseller is created/);
  const endpoint = page.url();
  await page.getByRole("button", { name: "Send test message" }).click();
  await page.getByRole("heading", { level: 1, name: "ping" }).waitFor();
  await until(async () => receiver.got.length === 1);
  verified(secret, receiver.got[0]!);
  await until(async () => {
    await page.reload();
    return badge(page, "Delivered").isVisible();
  });

  await page.goto(endpoint);
  await page.getByRole("link", { name: "Switch off" }).click();
  await page.getByRole("dialog").getByText("No message is waiting for it.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await page.getByText("Switched off by a person on").waitFor();
  await page.getByRole("link", { name: "Switch on" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch on" }).click();
  await page.locator(".toast", { hasText: `${receiver.pair} switched on` }).waitFor();
  await page.getByRole("link", { name: "Delete endpoint" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete endpoint" }).click();
  await page.locator(".toast", { hasText: "with 1 message of its log" }).waitFor();
});

it("is switched off when its receiver is gone, and the mail about that leads to its page", async () => {
  const page = await owner();
  await visit(page, `${list}/new`);
  await add(page, /^A reseller is created/);
  const endpoint = new URL(page.url()).pathname;
  receiver.answer = (to) => to.writeHead(410).end();
  await newReseller(world.app, agency);
  const mail = async () =>
    (
      await world.app.admin.query<{ text: string }>(
        "select text from mails where agency_id = $1 and kind = 'webhook_disabled' and state = 'sent'",
        [agency.id],
      )
    ).rows[0]?.text;
  await until(async () => (await mail()) !== undefined);
  const link = /https?:\/\/\S+\/settings\/webhooks\/[\w-]+/.exec((await mail()) ?? "")?.[0];
  expect(new URL(link ?? "").pathname).toBe(endpoint);
  await page.goto(link ?? "");
  await takenOver(page);
  await page.getByText("the receiver answered that it is gone for good (410)").waitFor();
  expect(await page.getByRole("link", { name: /failed again/ }).count()).toBe(0);
});

it("asks who it is before it says where messages go, and keeps every event that was ticked", async () => {
  const { session } = agency.owner;
  await loseProof(world.app, agency.id, session);
  const page = await owner({ javaScriptEnabled: false });
  await page.goto(`${list}/new`);
  await page.getByLabel("Address").fill(receiver.url);
  for (const event of [/^A reseller is created/, /^A reseller comes to a cap/])
    await page.getByRole("checkbox", { name: event }).check();
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await page.getByLabel("Password").fill(personPassword);
  await page.locator("form button[type=submit]").click();
  await shownSecret(page);
  expect(await page.locator("ul.list li").allTextContents()).toEqual(["reseller.created", "cap.reached"]);
});
