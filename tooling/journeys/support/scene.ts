import { createApiKey } from "@tenantry/core/api-keys/create";
import { inviteOperator } from "@tenantry/core/operators/invite";
import { archiveReseller } from "@tenantry/core/resellers/archive";
import { createReseller } from "@tenantry/core/resellers/create";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { newAgency, newReseller, type Reseller } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { resellerInput } from "@tenantry/core/testing/reseller";
import { until } from "@tenantry/db/testing";
import { newOperator } from "./operator.ts";
import type { Served } from "./server.ts";
import { ingestKey, report } from "./usage.ts";
import { openWorker } from "./worker.ts";

/** One of everything a page can show. */
export type Scene = Awaited<ReturnType<typeof makeScene>>;

export async function makeScene(served: Served) {
  const { app } = served;
  const worker = await openWorker(app);
  const agency = await newAgency(app);
  const empty = await newAgency(app);
  const suspended = await newAgency(app);
  await app.admin.query("update agencies set status = 'suspended' where agency_id = $1", [suspended.id]);
  const reseller = await newReseller(app, agency);
  const idle = await newReseller(app, agency);
  const locked = await newReseller(app, agency);
  const gone = await newReseller(app, agency);
  await deactivateReseller(await agency.ctx(), { id: locked.id });
  await archiveReseller(await agency.ctx(), { id: gone.id });
  const invited = await createReseller(await agency.ctx(), resellerInput(`v${letters(14)}`));
  const key = await ingestKey(agency);
  for (const [of, quantity] of [
    [reseller, 9_500],
    [locked, 400_000],
  ] as const) {
    await report(served, agency.host, key, { accountId: of.id, quantity });
    await report(served, agency.host, key, { accountId: of.id, meter: "whatsapp_messages", quantity: 700 });
  }
  await worker.fold();
  const { id: keyId } = await createApiKey(await agency.ctx(), {
    name: "Reports",
    scopes: ["resellers:read"],
  });
  const mail = await until(async () => {
    const made = "select agency_id, id from mails where agency_id = $1 and state = 'sent' limit 1";
    return (await app.admin.query(made, [agency.id])).rows[0] as
      | { agency_id: string; id: string }
      | undefined;
  });
  await worker.stop();
  return {
    agency,
    empty,
    suspended,
    reseller,
    idle,
    locked,
    gone,
    /** Where the invitation of a reseller nobody has taken up leads. */
    invited: { id: invited.id, link: new URL(invited.activationLink ?? "") },
    keyId,
    mail: `${mail.agency_id}/${mail.id}`,
    operator: await newOperator(app),
    setupLink: new URL(await inviteOperator(app, `${letters(8)}@operator.example`)),
    /** Somebody whose password was set by the agency. */
    forced: await withForcedChange(served, await newReseller(app, agency)),
  };
}

async function withForcedChange({ app }: Served, reseller: Reseller): Promise<Reseller> {
  const forced = "update users set must_change_password = true where realm_id = $1";
  await app.admin.query(forced, [reseller.id]);
  return reseller;
}
