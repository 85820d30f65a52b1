import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listAccounts } from "../identity/list-accounts.ts";
import { signIn } from "../identity/sign-in.ts";
import { switchAccount } from "../identity/switch-account.ts";
import { acceptInvitation } from "../invitations/accept.ts";
import { listOwnInvoices } from "../own-account/list-invoices.ts";
import { readOwnAccount } from "../own-account/read.ts";
import { sendMail } from "../platform/mail/send.ts";
import type { MailTransport } from "../platform/mail/transport.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { addPerson, contextFor, openTestApp, personPassword, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { linkForPerson, resendToPerson } from "./invitation.ts";
import { invitePerson } from "./invite.ts";
import { listTeam } from "./list.ts";
import { readPerson } from "./read.ts";
import { removePerson } from "./remove.ts";
import { disablePerson, enablePerson } from "./set-state.ts";

let app: TestApp;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(async () => {
  market = await newMarket(app);
});
afterAll(() => app.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const tokenOf = (url: string | null) => url!.split("/").at(-1)!;

/** Takes an invitation up on the host it is for, and answers a context of the person it made. */
async function joins(host: string, url: string | null) {
  const { token } = await acceptInvitation(await contextFor(app, host), {
    ...{ token: tokenOf(url), name: "Uma User", password: personPassword, confirm: personPassword },
  });
  return contextFor(app, host, token);
}

describe("a customer's users", () => {
  it("are invited by who sells to it, by mail under its seller's name, and sign in on its seller's host", async () => {
    const { as, agent, customers } = market;
    const ctx = await as.agent();
    const accountId = customers.ofAgent;
    const email = "uma@cove-cafe.example";
    const { url, userId } = await invitePerson(ctx, { accountId, email, name: "Uma", role: "owner" });
    expect(new URL(url!).hostname).toBe(agent.host);
    const { rows } = await app.admin.query("select id from mails where recipient = $1", [email]);
    const sent: Parameters<MailTransport>[0][] = [];
    const carry: MailTransport = async (mail) => {
      sent.push(mail);
      return "p-1";
    };
    await sendMail(app, carry, market.agency.id, rows[0].id);
    expect(sent).toMatchObject([{ to: email, fromName: "Cove Referrals" }]);
    expect(sent[0]!.text).not.toContain(market.agency.name);

    const people = async () => (await listTeam(ctx, { accountId })).people;
    expect(await people()).toMatchObject([
      { userId, email, role: "owner", state: "invited", lastSeenAt: null },
    ]);
    const user = await joins(agent.host, url);
    expect(user.actor).toMatchObject({ kind: "user", accountId, accountKind: "customer", role: "owner" });
    expect(await people()).toMatchObject([{ name: "Uma User", state: "active", sessions: 1 }]);
    expect(await readPerson(ctx, { accountId, userId })).toMatchObject({ email, devices: [{}] });
    expect((await listTeam(ctx, {})).people.map((one) => one.email)).not.toContain(email);
    expect((await listTeam(await as.agency(), { accountId })).people).toHaveLength(1);
  });

  it("are nobody's who does not sell to the customer, with one answer for whatever is asked", async () => {
    const { as, customers } = market;
    const accountId = customers.ofAgent;
    const { userId } = await invitePerson(await as.agent(), {
      ...{ accountId, email: "uma@cove-cafe.example", role: "member" },
    });
    const other = await as.seller();
    const tries = await Promise.all(
      [
        listTeam(other, { accountId }),
        readPerson(other, { accountId, userId }),
        invitePerson(other, { accountId, email: "x@y.example", role: "member" }),
        disablePerson(other, { accountId, userId }),
        removePerson(other, { accountId, userId }),
      ].map(code),
    );
    expect(new Set(tries)).toEqual(new Set(["not_found"]));
  });

  it("have a customer's roles and no others", async () => {
    const ctx = await market.as.agent();
    const accountId = market.customers.ofAgent;
    for (const role of ["admin", "finance", "support", "viewer"] as const)
      expect(await code(invitePerson(ctx, { accountId, email: "a@b.example", role }))).toBe("role_not_yours");
    expect(await code(invitePerson(ctx, { email: "a@b.example", role: "member" }))).toBe("role_not_yours");
  });

  it("are invited again, shut out and let in again, the last of them too, each in the log", async () => {
    const { as, agent, customers } = market;
    const ctx = await as.agent();
    const accountId = customers.ofAgent;
    const email = "uma@cove-cafe.example";
    const { userId, url } = await invitePerson(ctx, { accountId, email, role: "owner" });
    await resendToPerson(ctx, { accountId, userId });
    expect(await code(joins(agent.host, url))).toBe("token_invalid");
    const { url: fresh } = await linkForPerson(ctx, { accountId, userId });
    const user = await joins(agent.host, fresh);
    await disablePerson(ctx, { accountId, userId });
    const again = async () => signIn(await contextFor(app, agent.host), { email, password: personPassword });
    expect(await code(again())).toBe("wrong_credentials");
    await enablePerson(ctx, { accountId, userId });
    expect(await code(again())).toBe("done");
    expect(user.actor.kind).toBe("user");
    const { rows } = await app.admin.query(
      "select action from audit_entries where object_id = $1 and reseller_id = $2 order by at",
      [userId, agent.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "team.invite",
      "team.disable",
      "team.enable",
      "session.create",
    ]);
  });
});

describe("somebody in several accounts of one host", () => {
  it("is in at once with the password they have: no link that would take it over is made", async () => {
    const { as, agent, customers } = market;
    const ctx = await as.agent();
    const place = { agencyId: market.agency.id, accountId: agent.id, resellerId: agent.id };
    const admin = await addPerson(app, agent.host, place, "admin");
    const theirs = await contextFor(app, agent.host, admin.session);
    const accountId = customers.ofAgent;
    const added = await invitePerson(theirs, { accountId, email: agent.owner.email, role: "member" });
    expect(added.url).toBeNull();
    expect(await code(resendToPerson(theirs, { accountId, userId: added.userId }))).toBe("not_found");

    const owner = await as.agent();
    expect(owner.actor).toMatchObject({ accountKind: "reseller", accounts: 2 });
    expect((await listAccounts(owner, {})).accounts).toMatchObject([
      { id: accountId, kind: "customer", role: "member", current: false, open: true },
      { id: agent.id, kind: "reseller", role: "owner", current: true },
    ]);
    await switchAccount(owner, { accountId });
    const over = await as.agent();
    expect(over.actor).toMatchObject({ accountKind: "customer", accountId, role: "member" });
    expect(await code(listTeam(over, { accountId }))).toBe("kind_forbidden");
    expect((await readOwnAccount(over, {})).id).toBe(accountId);
    await switchAccount(over, { accountId: agent.id });
    expect((await as.agent()).actor).toMatchObject({ accountKind: "reseller", role: "owner" });
    expect(await code(switchAccount(ctx, { accountId: customers.ofSeller }))).toBe("not_found");
  });

  it("is not let into a second account on an invitation that is still open", async () => {
    const { as, customers } = market;
    const ctx = await as.agent();
    const email = "new@cove.example";
    await invitePerson(ctx, { email, role: "admin" });
    const accountId = customers.ofAgent;
    expect(await code(invitePerson(ctx, { accountId, email, role: "member" }))).toBe("invited_elsewhere");
  });
});

describe("what a customer's own people see", () => {
  it("is what their company bought and owes, with the link that pays it, and nobody else's", async () => {
    const { as, agent, customers, plans } = market;
    const sale = { planId: plans.agencys, currency: "EUR", interval: "month" as const, quantity: 2 };
    await createSubscription(await as.agent(), { ...sale, customerId: customers.ofAgent });
    await createSubscription(await as.agency(), { ...sale, customerId: customers.direct });
    const place = {
      ...{ agencyId: market.agency.id, resellerId: agent.id, realmId: agent.id },
      ...{ accountId: customers.ofAgent, customerId: customers.ofAgent },
    };
    const owner = await addPerson(app, agent.host, place, "owner");
    const ctx = await contextFor(app, agent.host, owner.session);
    expect(await readOwnAccount(ctx, {})).toMatchObject({
      name: "Cove Cafe",
      subscriptions: [{ quantity: 2, unitMinor: 1_000, periodTo: "2027-04-10", state: "active" }],
    });
    const { invoices } = await listOwnInvoices(ctx, {});
    expect(invoices).toMatchObject([{ totalMinor: 2_000, state: "open" }]);
    expect(new URL(invoices[0]!.payUrl!).hostname).toBe(agent.host);

    const member = await addPerson(app, agent.host, place, "member");
    const theirs = await contextFor(app, agent.host, member.session);
    expect((await readOwnAccount(theirs, {})).subscriptions).toHaveLength(1);
    expect(await code(listOwnInvoices(theirs, {}))).toBe("forbidden");
    expect(await code(readOwnAccount(await as.agent(), {}))).toBe("kind_forbidden");
  });
});
