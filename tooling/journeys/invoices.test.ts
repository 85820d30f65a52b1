import { readFile } from "node:fs/promises";
import { send } from "@tenantry/api/testing/web";
import { readInvoice } from "@tenantry/core/invoices/read";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { addPerson, newDistributor } from "@tenantry/core/testing";
import { type Market, newMarket } from "@tenantry/core/testing/market";
import { pdfText } from "@tenantry/core/testing/pdf";
import { loseProof, personPassword } from "@tenantry/core/testing/person";
import type { Page } from "playwright-core";
import { beforeEach, expect, it } from "vitest";
import { sideways } from "./support/audit.ts";
import { carryOutPayments } from "./support/payments.ts";
import { sell, setDefaultRate } from "./support/sales.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
let market: Market;
beforeEach(async () => {
  market = await newMarket(world.app);
});

/** Numbers as they stand in the list, top to bottom. */
const codes = (page: Page) => page.locator("tbody th a").allTextContents();
const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });
const csvOf = async (host: string, path: string, session: string) => {
  const { status, text } = await send(world.port, host, path, { session });
  const lines = text.replace("\ufeff", "").trimEnd().split("\r\n");
  return { status, head: lines[0]!.split(","), rows: lines.slice(1).map((line) => line.split(",")) };
};
const asAgency = () => world.visitor(market.agency.host, { session: market.agency.owner.session });
const asSeller = (options = {}) =>
  world.visitor(market.seller.host, { session: market.seller.owner.session, ...options });
const asAgent = () => world.visitor(market.agent.host, { session: market.agent.owner.session });

it("lists what was sold, newest first, by whom where that is somebody else, and says in words what is overdue", async () => {
  const direct = await sell(market, "direct");
  const theirs = await sell(market, "ofSeller");
  const page = await asAgency();
  await visit(page, "/resellers");
  await page.getByRole("link", { name: "Invoices", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Invoices" }).waitFor();
  await page.locator("tbody tr").nth(1).waitFor();
  const first = page.locator("tbody tr").first();
  expect(await first.locator("td").allTextContents()).toEqual([
    ...["Harbour Hotel", "Harbour Apps", "10 Mar 2027", "24 Mar 2027", "Open", "€30.00"],
  ]);
  expect(await page.locator("tbody tr").nth(1).locator("td").nth(1).textContent()).toBe("");
  await page.getByRole("link", { name: "Issued" }).click();
  await page.locator("tbody tr:first-child", { hasText: "Direct Dental" }).waitFor();
  expect(new URL(page.url()).search).toBe("?sort=issued");
  await market.at("2027-03-25T00:00:01Z");
  await visit(page, "/invoices?sort=issued");
  await page.locator("tbody tr:first-child", { hasText: "Overdue" }).waitFor();
  const own = await asSeller();
  await visit(own, "/invoices");
  expect(await codes(own)).toEqual([theirs.code]);
  expect(await own.getByRole("columnheader", { name: "Seller" }).count()).toBe(0);
  expect(
    (await csvOf(market.seller.host, `/invoices/${direct.id}`, market.seller.owner.session)).status,
  ).toBe(404);
});

it("searches, narrows, pages, keeps all of it in the address, and exports what it shows", async () => {
  for (let nth = 0; nth < 27; nth++) await sell(market, nth === 0 ? "direct" : "ofAgent");
  const { host, owner } = market.agency;
  const page = await asAgency();
  await visit(page, "/invoices?sort=issued");
  expect(await codes(page)).toHaveLength(25);
  await page.getByText("Next", { exact: true }).click();
  await page.locator("tbody tr:first-child", { hasText: "INV-000026" }).waitFor();
  await page.getByText("Previous", { exact: true }).click();
  await page.locator("tbody tr:first-child", { hasText: "INV-000001" }).waitFor();
  await page.getByRole("searchbox").fill("direct");
  await page.locator("tbody tr").nth(1).waitFor({ state: "detached" });
  expect(await codes(page)).toEqual(["INV-000001"]);
  await page.getByRole("searchbox").fill("inv-00002");
  await page.locator("tbody tr", { hasText: "INV-000027" }).waitFor();
  expect(await codes(page)).toHaveLength(8);
  await page.locator("summary.chip", { hasText: "State" }).click();
  await page.getByRole("link", { name: "Paid", exact: true }).click();
  await page.getByText("No invoice matches").waitFor();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    ...{ q: "inv-00002", sort: "issued", state: "paid" },
  });
  await page.getByRole("link", { name: "Clear search and filters" }).click();
  await page.locator("tbody tr").nth(24).waitFor();
  const exported = await page.getByRole("link", { name: "Export" }).getAttribute("href");
  const file = await csvOf(host, exported!, owner.session);
  expect(file.head).toEqual([
    ...["Number", "Kind", "Customer", "Seller", "Issued", "Due", "State", "Net", "Tax", "Total"],
    "Currency",
  ]);
  expect(file.rows).toHaveLength(27);
  expect(file.rows[0]!.toSpliced(4, 1)).toEqual([
    ...["INV-000027", "Invoice", "Cove Cafe", market.agency.name, "2027-03-24", "Open"],
    ...["30.00", "0.00", "30.00", "EUR"],
  ]);
  for (const wrong of ["state=sent", "kind=bill", "sort=total", "customer=nobody"])
    expect((await csvOf(host, `/invoices.csv?${wrong}`, owner.session)).status).toBe(404);
  await visit(page, `/invoices?customer=${market.customers.direct}`);
  await page.getByRole("link", { name: "Customer Direct Dental Remove filter" }).waitFor();
  expect(await codes(page)).toEqual(["INV-000001"]);
}, 60_000);

it.each([true, false])(
  "marks its own sale as paid, gives a part back, and shows the credit note (script: %s)",
  async (javaScriptEnabled) => {
    const { id } = await sell(market, "ofSeller");
    await loseProof(world.app, market.agency.id, market.seller.owner.session);
    const page = await asSeller({ javaScriptEnabled });
    /** The worker carries it out; with a script the page shows that by itself. */
    const carriedOut = async () => {
      await page.getByText("is being carried out").waitFor();
      await carryOutPayments(world.app);
      if (!javaScriptEnabled) await page.reload();
      await page.getByText("is being carried out").waitFor({ state: "detached" });
    };
    await page.goto(`/invoices/${id}`);
    await page.getByRole("link", { name: "Mark as paid" }).click();
    await field(page, "Reference").fill("Statement 12");
    await page.getByRole("button", { name: "Mark as paid" }).click();
    await page.getByLabel("Password").fill(personPassword);
    await page.locator("form button[type=submit]").click();
    await carriedOut();
    await page.locator("tbody tr", { hasText: "Statement 12" }).waitFor();
    await page.getByRole("link", { name: "Refund" }).click();
    expect(await field(page, "Amount").inputValue()).toBe("30.00");
    await field(page, "Amount").fill("1.234,5");
    await field(page, "Reference").fill("Agreed");
    await page.getByRole("button", { name: "Refund" }).click();
    await page.locator(".msg.err").waitFor();
    expect(await field(page, "Amount").inputValue()).toBe("1.234,5");
    await field(page, "Amount").fill("12.5");
    await page.getByRole("button", { name: "Refund" }).click();
    await carriedOut();
    await page.getByText("€12.50 paid back").waitFor();
    await page.getByRole("link", { name: "CN-000001" }).click();
    await page.getByRole("heading", { level: 1, name: "CN-000001" }).waitFor();
    await page.getByText("-€12.50").first().waitFor();
    await page.getByRole("link", { name: "Takes from INV-000001" }).click();
    await page.getByRole("link", { name: "Refund" }).click();
    expect(await field(page, "Amount").inputValue()).toBe("17.50");
  },
  60_000,
);

it("gives money back once, however often the form is sent", async () => {
  const { id } = await sell(market, "ofSeller");
  await markPaid(await market.as.seller(), { id, reference: "Statement 14" });
  await carryOutPayments(world.app);
  const { host, owner } = market.seller;
  const path = `/invoices/${id}/refund`;
  const { text } = await send(world.port, host, path, owner);
  const once = /name="once" value="([^"]+)"/.exec(text)?.[1] ?? "";
  const post = {
    ...owner,
    method: "POST",
    body: new URLSearchParams({ once, amount: "5", reference: "Agreed" }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
  };
  for (let n = 0; n < 2; n++) expect((await send(world.port, host, path, post)).status).toBe(302);
  await carryOutPayments(world.app);
  const { payments, refundedMinor } = await readInvoice(await market.as.seller(), { id });
  expect([payments.length, refundedMinor]).toEqual([2, 500]);
});

it("fits names of any length on a phone, for whoever sells and whoever pays", async () => {
  const long = "W".repeat(120);
  const { id, path, host } = await sell(market, "ofSeller");
  await world.app.admin.query("update accounts set name = $2 where agency_id = $1 and kind <> 'agency'", [
    market.agency.id,
    long,
  ]);
  await world.app.admin.query(
    `update invoices set seller = seller || jsonb_build_object('name', $2::text, 'address', $2::text, 'taxId', $2::text),
       buyer = buyer || jsonb_build_object('name', $2::text) where agency_id = $1`,
    [market.agency.id, long],
  );
  await world.app.admin.query("update invoice_lines set plan_name = $2 where agency_id = $1", [
    market.agency.id,
    long.slice(0, 100),
  ]);
  const viewport = { width: 360, height: 740 };
  const seller = await asSeller({ viewport });
  for (const at of ["/invoices", `/invoices/${id}`, `/invoices/${id}/mark-paid`]) {
    await visit(seller, at);
    expect([at, await sideways(seller)]).toEqual([at, 0]);
  }
  const payer = await world.visitor(host, { viewport });
  await payer.goto(path);
  expect(await sideways(payer)).toBe(0);
  await payer.getByRole("button", { name: /^Pay/ }).click();
  await payer.waitForURL(/\/pay\/gateway\//);
  expect(await sideways(payer)).toBe(0);
});

it("gives an invoice as a PDF with one press, to whoever may read it", async () => {
  const { id, code } = await sell(market, "ofSeller");
  const page = await asSeller();
  await visit(page, `/invoices/${id}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "PDF" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${code}.pdf`);
  const text = await pdfText(await readFile(await file.path()));
  for (const said of [`Invoice ${code}`, "Harbour Apps", "Harbour Hotel", "€30.00", "24 March 2027"])
    expect(text).toContain(said);
  expect(text).not.toContain(market.agency.name);
  const { status } = await send(world.port, market.agent.host, `/invoices/${id}/pdf`, market.agent.owner);
  expect(status).toBe(404);
});

it("makes a new link, by which the old one opens nothing, and takes it back", async () => {
  const { id, path, host } = await sell(market);
  const page = await asAgent();
  await visit(page, `/invoices/${id}`);
  const link = () => page.getByLabel("Address").inputValue();
  const before = await link();
  expect(new URL(before).pathname).toBe(path);
  await page.getByRole("link", { name: "New link" }).click();
  await page.getByText("The link there is now opens nothing any more").waitFor();
  await page.getByRole("button", { name: "Make new link" }).click();
  await page.getByText("New payment link made").waitFor();
  const after = new URL(await link()).pathname;
  const statuses = async () => [
    (await send(world.port, host, path, {})).status,
    (await send(world.port, host, after, {})).status,
  ];
  expect(await statuses()).toEqual([410, 200]);
  await page.getByRole("link", { name: "Take back" }).click();
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByText("There is none: it was taken back").waitFor();
  expect(await statuses()).toEqual([410, 410]);
});

it("explains the commission of a line to the agency and the reseller in the same words", async () => {
  await setDefaultRate(world.app, market, 1_250);
  const { id } = await sell(market);
  const agencys = await asAgency();
  await visit(agencys, `/invoices/${id}`);
  await agencys.getByText("12.5% from the reseller's default").waitFor();
  await agencys.getByText("Decided when the invoice is paid.").waitFor();
  await visit(agencys, `/invoices/${id}/mark-paid`);
  await field(agencys, "Reference").fill("Statement 13");
  await agencys.getByRole("button", { name: "Mark as paid" }).click();
  await agencys.getByText("is being carried out").waitFor();
  await carryOutPayments(world.app);
  const said = (page: Page) => page.locator(".card", { hasText: "Commission" }).allTextContents();
  await agencys.locator("tr", { hasText: "Earned" }).getByText("€3.75").waitFor();
  const resellers = await asAgent();
  await visit(resellers, `/invoices/${id}`);
  await resellers.getByText(`Sold by ${market.agency.name}`).waitFor();
  expect(await said(resellers)).toEqual(await said(agencys));
  // It is the agency's money.
  expect(await resellers.getByRole("link", { name: "Refund" }).count()).toBe(0);
});

it("has nothing to press for a viewer, and is no page of a distributor's", async () => {
  const { id } = await sell(market, "ofSeller");
  const { agency, seller } = market;
  const account = { agencyId: agency.id, accountId: seller.id, resellerId: seller.id };
  const viewer = await addPerson(world.app, seller.host, account, "viewer");
  const page = await world.visitor(seller.host, { session: viewer.session });
  await visit(page, `/invoices/${id}`);
  await page.getByLabel("Address").waitFor();
  const pressed = /Mark as paid|Refund|New link|Take back/;
  expect(await page.getByRole("link", { name: pressed }).count()).toBe(0);
  for (const what of ["mark-paid", "refund", "link/new", "link/revoke"]) {
    const path = `/invoices/${id}/${what}`;
    expect([what, (await send(world.port, seller.host, path, viewer)).status]).toEqual([what, 403]);
  }
  const distributor = await newDistributor(world.app, agency);
  for (const path of ["/invoices", `/invoices/${id}`, "/invoices.csv", `/invoices/${id}/refund`])
    expect((await send(world.port, distributor.host, path, distributor.owner)).status).toBe(404);
  const theirs = await world.visitor(distributor.host, { session: distributor.owner.session });
  await visit(theirs, "/resellers");
  expect(await theirs.getByRole("link", { name: "Invoices" }).count()).toBe(0);
  expect((await readInvoice(await market.as.seller(), { id })).state).toBe("open");
});
