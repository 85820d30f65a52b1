import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgotPassword } from "../../identity/forgot-password.ts";
import { mailReset } from "../../identity/mail-reset.ts";
import { resetPassword } from "../../identity/reset-password.ts";
import { acceptInvitation } from "../../invitations/accept.ts";
import { openInvitation } from "../../invitations/open.ts";
import { createReseller } from "../../resellers/create.ts";
import { letters } from "../../testing/agency.ts";
import {
  type Agency,
  contextFor,
  mailResets,
  newAgency,
  newReseller,
  openTestApp,
  type TestApp,
} from "../../testing/index.ts";
import { resellerInput } from "../../testing/reseller.ts";
import { sendMail } from "./send.ts";
import { type OutgoingMail, outboxTransport, resendTransport } from "./transport.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app, { name: "Northwind Agency" });
});
afterAll(() => app.close());

const password = "a longer sentence nobody guesses";
const newest = async (recipient: string, kind: string) => {
  const sql = "select id from mails where recipient = $1 and kind = $2 order by created_at desc limit 1";
  return (await app.admin.query(sql, [recipient, kind])).rows[0].id as string;
};

/** Renders and sends a mail into this process; answers what a carrier would get. */
async function taken(mailId: string, agencyId = agency.id): Promise<OutgoingMail> {
  const sent: OutgoingMail[] = [];
  await sendMail(
    app,
    async (mail) => {
      sent.push(mail);
      return "provider-1";
    },
    agencyId,
    mailId,
  );
  return sent[0]!;
}

const linkIn = ({ text }: OutgoingMail) => /https?:\/\/[^\s)\]]+/.exec(text)![0];

describe("a mail of a reseller", () => {
  it("carries its name and its host, and nobody else's; its link works, once", async () => {
    const loginDomain = letters(12);
    const input = { ...resellerInput(loginDomain), name: "Lumen Studio", contactName: "Rita" };
    await createReseller(await agency.ctx(), input);
    const mail = await taken(await newest(input.email, "invitation"));
    const host = `${loginDomain}.partner.localhost`;
    const all = JSON.stringify(mail);
    expect(mail.fromName).toBe("Lumen Studio");
    expect(mail.subject).toContain("Lumen Studio");
    for (const body of [mail.html, mail.text]) expect(body).toContain("Lumen Studio");
    expect(all).not.toMatch(/northwind|tenantry|resend/i);
    expect(all).not.toContain(agency.host);
    const links = [...all.matchAll(/https?:\/\/([^/:"\\ ]+)/g)].map((match) => match[1]);
    expect(new Set(links.filter((name) => !name?.includes("w3.org")))).toEqual(new Set([host]));

    const token = linkIn(mail).split("/").at(-1)!;
    const ctx = await contextFor(app, host);
    expect(await openInvitation(ctx, { token })).toMatchObject({
      accountName: "Lumen Studio",
      role: "owner",
    });
    const accept = { token, name: "Rita", password, confirm: password };
    await acceptInvitation(ctx, accept);
    await expect(acceptInvitation(await contextFor(app, host), accept)).rejects.toMatchObject({
      code: "token_invalid",
    });
  });

  it("a forgotten password: the link is on the host it was asked on, whatever else", async () => {
    const reseller = await newReseller(app, agency, "Harbor Works");
    await forgotPassword(await contextFor(app, reseller.host), { email: reseller.owner.email.toUpperCase() });
    const [job] = await mailResets(app);
    // A job that is taken again makes no second mail and tells nothing twice.
    await mailReset(app, job!);
    const made = "select from mails where recipient = $1 and kind = 'password_reset'";
    const entries = "select from audit_entries where action = 'password.forgot' and request_id = $1";
    expect((await app.admin.query(made, [reseller.owner.email])).rowCount).toBe(1);
    expect((await app.admin.query(entries, [job!.requestId])).rowCount).toBe(1);
    const mail = await taken(await newest(reseller.owner.email, "password_reset"));
    expect(linkIn(mail)).toMatch(new RegExp(`^http://${reseller.host}:3000/reset-password/`));
    expect(JSON.stringify(mail)).not.toMatch(/northwind|tenantry/i);
    const token = linkIn(mail).split("/").at(-1)!;
    const signedIn = await resetPassword(await contextFor(app, reseller.host), {
      token,
      password,
      confirm: password,
    });
    const session = "token" in signedIn ? signedIn.token : "";
    expect(await contextFor(app, reseller.host, session)).toMatchObject({ actor: { kind: "user" } });

    const told = await taken(await newest(reseller.owner.email, "password_changed"));
    expect(told.text).toContain("Harbor Works");
    expect(JSON.stringify(told)).not.toMatch(/northwind|tenantry/i);
  });

  it("says until when its link works as pages say it, in the agency's zone", async () => {
    const dubai = await newAgency(app, { billingZone: "Asia/Dubai" });
    const reseller = await newReseller(app, dubai);
    const id = await newest(reseller.owner.email, "invitation");
    const until = "update invitations set expires_at = '2026-12-02T21:25:00Z' where agency_id = $1";
    await app.admin.query(until, [dubai.id]);
    const mail = await taken(id, dubai.id);
    for (const body of [mail.html, mail.text])
      expect(body.replaceAll(/\s+/g, " ")).toMatch(/until 3 Dec 2026, 01:25 (GST|GMT\+4)\./);
  });

  it("nothing in a name becomes markup or another header", async () => {
    const loginDomain = letters(12);
    const name = `<script>alert(1)</script> "Co" & Sons`;
    const input = { ...resellerInput(loginDomain), name, contactName: `<b>R</b>` };
    await createReseller(await agency.ctx(), input);
    const mail = await taken(await newest(input.email, "invitation"));
    expect(mail.html).not.toMatch(/<script|<b>R/);
    expect(mail.html).toContain("&lt;script&gt;");
  });

  it("is sent once: told again, nothing goes out", async () => {
    const reseller = await newReseller(app, agency);
    const id = await newest(reseller.owner.email, "invitation");
    await taken(id);
    expect(await taken(id)).toBeUndefined();
  });

  it("is not marked sent when the carrier refused it; the next try sends the same bytes and makes no second link", async () => {
    const reseller = await newReseller(app, agency);
    const id = await newest(reseller.owner.email, "invitation");
    const count = async () => (await app.admin.query("select count(*)::int as n from tokens")).rows[0].n;
    const tried: OutgoingMail[] = [];
    const refuse = (mail: OutgoingMail) => {
      tried.push(mail);
      return Promise.reject(new Error("no"));
    };
    await expect(sendMail(app, refuse, agency.id, id)).rejects.toThrow("no");
    const { rows } = await app.admin.query("select state, html from mails where id = $1", [id]);
    expect(rows).toEqual([{ state: "queued", html: null }]);
    const before = await count();
    expect(await taken(id)).toEqual(tried[0]);
    expect(await count()).toBe(before);
  });

  it("of another agency is not there", async () => {
    const other = await newAgency(app);
    const id = await newest(agency.owner.email, "invitation");
    const sent: unknown[] = [];
    await sendMail(
      app,
      async (mail) => {
        sent.push(mail);
        return null;
      },
      other.id,
      id,
    );
    expect(sent).toEqual([]);
  });

  it("keeps its body in demo mode only", async () => {
    const body = async (demo: boolean) => {
      const reseller = await newReseller(app, agency);
      const id = await newest(reseller.owner.email, "invitation");
      await sendMail({ ...app, config: { ...app.config, demo } }, outboxTransport, agency.id, id);
      return (await app.admin.query("select html from mails where id = $1", [id])).rows[0].html;
    };
    expect(await body(true)).toContain("<html");
    expect(await body(false)).toBeNull();
  });
});

describe("the carrier, over HTTP", () => {
  interface Taken {
    headers: IncomingHttpHeaders;
    body: Record<string, string>;
    path?: string;
  }
  let server: Server;
  let baseUrl: string;
  const received: Taken[] = [];
  let answer: { status: number; body: object } = { status: 200, body: { id: "re_1" } };
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => {
        received.push({
          headers: request.headers,
          path: request.url,
          body: JSON.parse(Buffer.concat(chunks).toString()),
        });
        response
          .writeHead(answer.status, { "content-type": "application/json" })
          .end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const mail = {
    fromName: `A "B"\r\nBcc: x@evil.example`,
    to: "a@b.example",
    subject: "S",
    html: "<p>H</p>",
    text: "T",
    idempotencyKey: "key-1",
  };
  const carry = () => resendTransport({ key: "re_secret", from: "mail@example.com", baseUrl })(mail);

  it("is given everything, with the key that keeps a retry from sending twice", async () => {
    answer = { status: 200, body: { id: "re_1" } };
    expect(await carry()).toBe("re_1");
    const { headers, body, path } = received.at(-1)!;
    expect(path).toBe("/emails");
    expect(headers).toMatchObject({ authorization: "Bearer re_secret", "idempotency-key": "key-1" });
    expect(body).toMatchObject({ to: "a@b.example", subject: "S", html: "<p>H</p>", text: "T" });
    expect(body.from).toMatch(/^"A {2}B {3}Bcc: x@evil\.example" <mail@example\.com>$/);
  });

  it.each([422, 429, 500])("answers %i: that is thrown, so that the job is tried again", async (status) => {
    answer = {
      status,
      body: { name: "validation_error", message: "no such domain re_secret", statusCode: status },
    };
    const failure = await carry().catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toContain("re_secret");
  });

  it("is not there: that is thrown too", async () => {
    await expect(
      resendTransport({ key: "x", from: "m@example.com", baseUrl: "http://127.0.0.1:1" })(mail),
    ).rejects.toThrow();
  });
});
