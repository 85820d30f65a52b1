import { codeAt } from "@tenantry/core/second-factor/codes";
import { loseProof, newAgency, newReseller, personPassword } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { expect, it } from "vitest";
import { signIn } from "./support/sign-in.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
const address = () => `${letters(10)}@example.com`;

it("invites a colleague, who joins; gives them a role that counts at once, and removes them in numbers", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/settings/team");
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await page.getByLabel("Email").fill(agency.owner.email);
  await page.getByRole("radio", { name: /^Administrator/ }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.locator(".msg.err", { hasText: "This person is in the team already." }).waitFor();
  const email = address();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send invitation" }).click();
  const link = new URL(await page.getByRole("textbox", { name: "Invitation link" }).inputValue());
  await page.getByRole("link", { name: "Back to the team" }).click();
  await page.locator("tbody tr", { hasText: email }).getByText("Invited").waitFor();

  const theirs = await world.visitor(agency.host);
  await visit(theirs, link.pathname);
  await theirs.getByLabel("Your name").fill("Sam Okafor");
  await theirs.getByLabel("New password", { exact: true }).fill(personPassword);
  await theirs.getByLabel("Confirm password").fill(personPassword);
  await theirs.getByRole("button", { name: "Start using the account" }).click();
  await visit(theirs, "/settings/keys");
  await theirs.getByRole("heading", { level: 1, name: "API keys" }).waitFor();

  await visit(page, "/settings/team");
  await page.getByRole("link", { name: "Manage Sam Okafor" }).click();
  await page.getByRole("combobox", { name: "Role" }).selectOption("viewer");
  await page.getByRole("button", { name: "Change role" }).click();
  await page.locator(".toast", { hasText: "Sam Okafor is Viewer now" }).waitFor();
  expect((await theirs.goto("/settings/keys"))?.status()).toBe(403);

  await page.getByRole("link", { name: "Remove", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 session ends at once.").waitFor();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await page.locator(".toast", { hasText: "Sam Okafor removed" }).waitFor();
  expect(await page.locator("tbody tr").count()).toBe(1);
  await theirs.goto("/settings/profile");
  expect(new URL(theirs.url()).pathname).toBe("/sign-in");
});

it("an agency invites into a reseller's team from the reseller's page", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, `/resellers/${reseller.id}`);
  await page.getByRole("link", { name: "Open team" }).click();
  await page.getByText(reseller.owner.email).first().waitFor();
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await page.getByLabel("Email").fill(address());
  await page.getByRole("button", { name: "Send invitation" }).click();
  const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  expect(new URL(link).hostname).toBe(reseller.host);
});

it("an invitation opened by somebody else shows whose it is, masked, and switching keeps it", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/settings/team/new");
  const email = address();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send invitation" }).click();
  const link = new URL(await page.getByRole("textbox", { name: "Invitation link" }).inputValue());
  await page.goto(link.pathname);
  await page.getByRole("heading", { name: "This invitation is for somebody else" }).waitFor();
  expect(await page.content()).not.toContain(email);
  expect(await page.content()).toContain(`${email.charAt(0)}…@example.com`);
  await page.getByRole("button", { name: "Sign out and open the invitation" }).click();
  await page.getByLabel("Your name").waitFor();
  expect(new URL(page.url()).pathname).toBe(link.pathname);
  await page.goto("/settings/profile");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

it("a link that has run out asks for a new one in one click", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/settings/team/new");
  const email = address();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send invitation" }).click();
  const link = new URL(await page.getByRole("textbox", { name: "Invitation link" }).inputValue());
  const past = "expires_at = now() - interval '1 hour'";
  await world.app.admin.query(`update invitations set ${past} where email = $1`, [email]);
  await world.app.admin.query(
    `update tokens set ${past} where user_id = (select id from users where email = $1)`,
    [email],
  );
  const theirs = await world.visitor(agency.host);
  await theirs.goto(link.pathname);
  await theirs.getByRole("button", { name: "Ask for a new one" }).click();
  await theirs.getByText("Whoever invited you has been told.").waitFor();
  await visit(page, "/settings/team?state=invited");
  await page.getByText("Asked for a new link").waitFor();
  await page.getByRole("button", { name: `Send again ${email}` }).click();
  await page.locator(".toast", { hasText: "Invitation sent again" }).waitFor();
});

it.each([true, false])(
  "asks for a proof again after five minutes, keeps what was typed and goes on (script: %s)",
  async (javaScriptEnabled) => {
    const agency = await newAgency(world.app);
    const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled });
    await page.goto("/settings/keys/new");
    await page.getByLabel("Key name").fill("Reports");
    await page.getByRole("checkbox", { name: /^Read resellers/ }).check();
    await loseProof(world.app, agency.id, agency.owner.session);
    await page.getByRole("button", { name: "Create key" }).click();
    await page.getByRole("heading", { name: "Confirm that it is you" }).waitFor();
    await page.getByLabel("Password").fill("not this one");
    await page.getByRole("button", { name: "Confirm and go on" }).click();
    await page.locator(".msg.err").waitFor();
    await page.getByLabel("Password").fill(personPassword);
    await page.getByRole("button", { name: "Confirm and go on" }).click();
    const key = await page.getByRole("textbox", { name: "API key" }).inputValue();
    expect(key).toMatch(/^ak_/);
    await page.getByRole("heading", { name: "Reports" }).waitFor();
  },
);

it("sets a second step up, asks for its code at sign-in and takes a recovery code once", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/settings/security");
  await page.getByRole("button", { name: "Set it up" }).click();
  const secret = await page.getByLabel("Or type this secret into the app").inputValue();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Switch it on" }).click();
  await page.locator(".msg.err").waitFor();
  expect(await page.getByLabel("Or type this secret into the app").inputValue()).toBe(secret);
  await page.getByLabel("Code", { exact: true }).fill(codeAt(secret, new Date()));
  await page.getByRole("button", { name: "Switch it on" }).click();
  const list = page.getByRole("list", { name: "Recovery codes" });
  await list.waitFor();
  const codes = await list.getByRole("listitem").allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole("link", { name: "I have kept them" }).click();
  await page.getByText("10 recovery codes are left.").waitFor();
  expect(await page.content()).not.toContain(codes[0]!);

  const theirs = await world.visitor(agency.host);
  const password = async () => {
    await theirs.goto("/sign-in?next=%2Fplans");
    await theirs.getByLabel("Email").fill(agency.owner.email);
    await theirs.getByLabel("Password", { exact: true }).fill(personPassword);
    await theirs.getByRole("button", { name: "Sign in" }).click();
    await theirs.getByRole("heading", { name: "Enter your code" }).waitFor();
  };
  const enter = async (code: string) => {
    await theirs.getByLabel("Code", { exact: true }).fill(code);
    await theirs.getByRole("button", { name: "Sign in" }).click();
  };
  await password();
  await enter("000000");
  await theirs.locator(".msg.err").waitFor();
  await enter(codeAt(secret, new Date(Date.now() + 30_000)));
  await theirs.waitForURL("/plans");
  await theirs.context().clearCookies();
  await password();
  await enter(codes[0]!);
  await theirs.waitForURL("/plans");
  await theirs.context().clearCookies();
  await password();
  await enter(codes[0]!);
  await theirs.locator(".msg.err").waitFor();
});

it("leads an agency's people to set it up first, before anything else", async () => {
  const agency = await newAgency(world.app);
  await world.app.admin.query("update agencies set second_factor_required = true where agency_id = $1", [
    agency.id,
  ]);
  const page = await world.visitor(agency.host);
  await signIn(page, agency.owner.email);
  expect(new URL(page.url()).pathname).toBe("/second-factor");
  await page.goto("/resellers");
  expect(new URL(page.url()).pathname).toBe("/second-factor");
  const secret = await page.getByLabel("Or type this secret into the app").inputValue();
  await page.getByLabel("Code", { exact: true }).fill(codeAt(secret, new Date()));
  await page.getByRole("button", { name: "Switch it on" }).click();
  await page.getByRole("link", { name: "I have kept them" }).click();
  await page.getByRole("heading", { level: 1, name: "Resellers" }).waitFor();
});

it("keeps the notices somebody chooses", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/settings/notifications");
  const choice = page.getByRole("checkbox", { name: /^a colleague activates/ });
  expect(await choice.isChecked()).toBe(true);
  await choice.uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".toast", { hasText: "Notifications saved" }).waitFor();
  await page.reload();
  expect(await choice.isChecked()).toBe(false);
});
