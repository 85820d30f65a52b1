import { type Agency, newAgency, personPassword } from "@tenantry/core/testing";
import { resellerInput } from "@tenantry/core/testing/reseller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWeb, type TestWeb } from "./testing/web.ts";

describe("the spine over HTTP", () => {
  let web: TestWeb;
  let agency: Agency;
  beforeAll(async () => {
    web = await openTestWeb();
    agency = await newAgency(web.app);
  });
  afterAll(() => web.close());

  it("creates a reseller, activates it, counts its usage, locks it out and lets it back in", async () => {
    const owner = { session: agency.owner.session };
    const created = await web.ask(agency.host, "/api/v1/resellers", {
      ...owner,
      body: resellerInput("acmestudio"),
    });
    expect(created.text).toContain("activationLink");
    const { id, activationLink } = created.json();
    const host = "acmestudio.partner.localhost";
    const token = activationLink.split("/").at(-1);

    const opened = await web.ask(host, `/api/v1/invitations/${token}`);
    expect(opened.json()).toMatchObject({ email: "owner@acmestudio.example", role: "owner" });
    const accepted = await web.ask(host, `/api/v1/invitations/${token}/accept`, {
      body: { name: "Rita", password: personPassword, confirm: personPassword },
    });
    expect(accepted.status).toBe(201);

    const signedIn = await web.ask(host, "/api/v1/session", {
      body: { email: "owner@acmestudio.example", password: personPassword },
    });
    expect(signedIn.status).toBe(201);
    const session = String(signedIn.headers["set-cookie"]).match(/__Host-session=([^;]+)/)?.[1] ?? "";
    const profile = () => web.ask(host, "/api/v1/profile", { session });
    expect((await profile()).json()).toMatchObject({ name: "Rita", role: "owner" });

    const locked = await web.ask(agency.host, `/api/v1/resellers/${id}/deactivate`, {
      ...owner,
      method: "POST",
    });
    expect(locked.json()).toMatchObject({ status: "inactive", changed: true, people: 1, customers: 0 });
    const refused = await profile();
    expect(refused.status).toBe(403);
    expect(refused.json()).toMatchObject({ code: "reseller_locked" });

    await web.ask(agency.host, `/api/v1/resellers/${id}/activate`, { ...owner, method: "POST" });
    expect((await profile()).status).toBe(200);
  });

  it("answers an unknown host with a plain 404", async () => {
    const answer = await web.ask("nobody.localhost", "/");
    expect(answer.status).toBe(404);
    expect(answer.text).toBe("Not Found\n");
  });
});
