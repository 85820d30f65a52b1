import { inTenant } from "@tenantry/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forgotPassword } from "../identity/forgot-password.ts";
import { mailReset } from "../identity/mail-reset.ts";
import { sendMail } from "../platform/mail/send.ts";
import type { OutgoingMail } from "../platform/mail/transport.ts";
import { updateReseller } from "../resellers/update.ts";
import {
  type Agency,
  addPerson,
  contextFor,
  mailResets,
  newAgency,
  newReseller,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { queueNotice } from "./queue.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
});
afterAll(() => app.close());

const mailsOf = async (resellerId: string) =>
  (
    await app.admin.query<{ id: string; kind: string; recipient: string }>(
      "select id, kind, recipient from mails where account_id = $1 and kind <> 'invitation' order by recipient",
      [resellerId],
    )
  ).rows;

it("go to a reseller's contact person instead of its sign-in address; security mail does not", async () => {
  const reseller = await newReseller(app, agency);
  const scope = { agency: agency.id, kind: "reseller" as const, account: reseller.id };
  await updateReseller(await agency.ctx(), {
    id: reseller.id,
    contactName: "Carla Contact",
    contactEmail: "carla@contact.example",
  });
  const place = { agencyId: agency.id, accountId: reseller.id, resellerId: reseller.id };
  const colleague = await addPerson(app, reseller.host, place, "admin");
  await inTenant(app.pool, scope, (tx) =>
    queueNotice(tx, {
      kind: "webhook_disabled",
      subjectId: "01999999-0000-7000-8000-000000000001",
      accountId: reseller.id,
    }),
  );
  const notices = await mailsOf(reseller.id);
  expect(notices.map(({ recipient }) => recipient)).toEqual(
    [colleague.email, "carla@contact.example"].toSorted(),
  );
  const greeted: Record<string, string> = {};
  for (const { id } of notices) {
    const take = async (mail: OutgoingMail) => {
      greeted[mail.to] = mail.text;
      return "sent";
    };
    await sendMail(app, take, agency.id, id);
  }
  expect(greeted["carla@contact.example"]).toContain("Carla Contact");
  expect(greeted[colleague.email]).toContain("admin person");

  await forgotPassword(await contextFor(app, reseller.host), { email: reseller.owner.email });
  for (const job of await mailResets(app)) await mailReset(app, job);
  const reset = (await mailsOf(reseller.id)).filter(({ kind }) => kind === "password_reset");
  expect(reset.map(({ recipient }) => recipient)).toEqual([reseller.owner.email]);
});
