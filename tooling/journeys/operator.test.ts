import { inviteOperator } from "@tenantry/core/operators/invite";
import { newAgency, newReseller, personPassword } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newOperator, operatorHost } from "./support/operator.ts";
import { accept } from "./support/reseller-form.ts";
import { signIn } from "./support/sign-in.ts";
import { visit } from "./support/visit.ts";
import { openWorker, type Worker } from "./support/worker.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
let worker: Worker;
beforeAll(async () => {
  worker = await openWorker(world.app);
});
afterAll(() => worker?.stop());

it("takes up a setup link, creates an agency, and its owner joins by the invitation", async () => {
  const page = await world.visitor(operatorHost);
  await page.goto(await inviteOperator(world.app, `${letters(8)}@operator.example`));
  await page.getByLabel("Your name").fill("Iris Operator");
  await page.getByLabel("New password", { exact: true }).fill(personPassword);
  await page.getByLabel("Confirm password").fill(personPassword);
  await page.getByRole("button", { name: "Set up and sign in" }).click();
  await page.waitForURL("/agencies");
  await visit(page, "/agencies/new");
  const slug = `s${letters(12)}`;
  await page.getByLabel("Agency name").fill("Nordlicht");
  await page.getByRole("textbox", { name: "Address" }).fill("Nordlicht!");
  await page.getByLabel("Owner name").fill("Nora Licht");
  await page.getByLabel("Owner email").fill(`nora@${slug}.example`);
  await page.getByRole("button", { name: "Create and invite" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Owner name").inputValue()).toBe("Nora Licht");
  await page.getByRole("textbox", { name: "Address" }).fill(slug);
  await page.getByRole("button", { name: "Create and invite" }).click();
  const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  const owner = await world.visitor(`${slug}.localhost`);
  await accept(owner, link, personPassword);
  await owner.getByRole("heading", { name: "No resellers yet" }).waitFor();
});

it("suspends an agency, which refuses everybody of it, and reopens it", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const operator = await newOperator(world.app);
  const page = await world.visitor(operatorHost, { session: operator.session });
  const owner = await world.visitor(agency.host, { session: agency.owner.session });
  const partner = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(owner, "/resellers");
  await visit(partner, "/");
  await visit(page, "/agencies");
  await page.getByRole("link", { name: `Suspend ${agency.name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Suspend agency" }).click();
  await page.locator(".toast", { hasText: "suspended" }).waitFor();
  for (const person of [owner, partner]) {
    await person.getByRole("link", { name: "Plans" }).first().click();
    await person.getByRole("heading", { name: "This account is not open at the moment" }).waitFor();
    expect(await person.locator("body").getAttribute("data-public")).toBe("true");
  }
  await page.getByRole("button", { name: `Reopen ${agency.name}` }).click();
  await page.locator(".toast", { hasText: "reopened" }).waitFor();
  for (const person of [owner, partner]) expect((await person.goto("/plans"))?.status()).toBe(200);
});

it("shows a reset mail in the outbox; its link sets a new password and works once", async () => {
  const agency = await newAgency(world.app);
  const operator = await newOperator(world.app);
  const person = await world.visitor(agency.host);
  await person.goto("/forgot-password");
  await person.getByLabel("Email").fill(agency.owner.email);
  await person.getByRole("button", { name: "Send the link" }).click();
  await person.getByRole("heading", { name: "Look into your mail" }).waitFor();

  const page = await world.visitor(operatorHost, { session: operator.session });
  const row = page.locator("tbody tr", { hasText: agency.owner.email }).filter({ hasText: "password" });
  await expect
    .poll(async () => page.goto("/outbox").then(() => row.getByText("In the outbox").count()))
    .toBe(1);
  await row.getByRole("link").click();
  const frame = page.frameLocator("iframe");
  const button = frame.getByRole("link").first();
  await button.waitFor();
  const link = (await button.getAttribute("href")) ?? "";
  expect(new URL(link).origin).toBe(world.origin(agency.host));
  expect(await page.locator("pre").textContent()).toContain(link);

  await person.goto(link);
  await person.getByLabel("New password", { exact: true }).fill("another good password");
  await person.getByLabel("Confirm password").fill("another good password");
  await person.getByRole("button", { name: "Save and sign in" }).click();
  await person.getByRole("heading", { name: "No resellers yet" }).waitFor();
  const again = await world.visitor(agency.host);
  await again.goto(link);
  await again.getByLabel("New password", { exact: true }).fill("yet another password");
  await again.getByLabel("Confirm password").fill("yet another password");
  await again.getByRole("button", { name: "Save and sign in" }).click();
  await again.getByRole("heading", { name: "This link no longer works" }).waitFor();
  await signIn(again, agency.owner.email, "another good password");
});

it("greets on the welcome page: my own agency, a password, an empty list", async () => {
  const page = await world.visitor(operatorHost);
  await visit(page, "/");
  expect(new URL(page.url()).pathname).toBe("/welcome");
  const slug = `w${letters(12)}`;
  await page.getByLabel("Agency name").fill("My own agency");
  await page.getByRole("textbox", { name: "Address" }).fill(slug);
  await page.getByLabel("Your name").fill("Mia Own");
  await page.getByLabel("Your email").fill(`mia@${slug}.example`);
  await page.getByRole("button", { name: "Create my agency" }).click();
  await page.waitForURL(new RegExp(`${slug}.localhost`));
  expect(await page.getByLabel("Your name").inputValue()).toBe("Mia Own");
  await page.getByLabel("New password", { exact: true }).fill(personPassword);
  await page.getByLabel("Confirm password").fill(personPassword);
  await page.getByRole("button", { name: "Start using the account" }).click();
  await page.getByRole("heading", { name: "No resellers yet" }).waitFor();
});

it("removes the demo after saying in numbers what goes, keeps everything else, and speaks of no demo any more", async () => {
  const [demo, own] = [await newAgency(world.app), await newAgency(world.app)];
  await newReseller(world.app, demo);
  await world.app.admin.query("update agencies set is_demo = true where agency_id = $1", [demo.id]);
  const page = await world.visitor(operatorHost);
  await visit(page, "/welcome");
  await page.getByRole("link", { name: "Remove demo data" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove the demo data?" });
  expect(await dialog.textContent()).toMatch(/1 agency.*1 reseller.*2 people/s);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect((await world.visitor(demo.host).then((still) => still.goto("/sign-in")))?.status()).toBe(200);

  const plain = await world.visitor(operatorHost, { javaScriptEnabled: false });
  await plain.goto("/welcome");
  await plain.getByRole("link", { name: "Remove demo data" }).click();
  await plain.getByRole("button", { name: "Remove demo data" }).click();
  await plain.getByText("The demo data is removed.").waitFor();
  expect(await plain.locator("main").textContent()).not.toMatch(/in the demo|The demo can/);
  const gone = await world.visitor(demo.host);
  expect((await gone.goto("/sign-in"))?.status()).toBe(404);
  const kept = await world.visitor(own.host);
  expect((await kept.goto("/sign-in"))?.status()).toBe(200);
});
