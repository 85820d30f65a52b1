import { claimDeliveries } from "@tenantry/core/webhooks/claim";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openWebhookStage, type WebhookStage } from "../testing/webhooks.ts";

// T36: how a worker's room is shared among agencies.
let stage: WebhookStage;
beforeAll(async () => {
  stage = await openWebhookStage();
}, 60_000);
afterAll(() => stage.close());
beforeEach(() => stage.sql("update webhook_deliveries set due_at = 'infinity' where state = 'pending'"));

/** An agency with endpoints and so many messages due at each. */
async function agencyWith({ endpoints, messages }: { endpoints: number; messages: number }): Promise<string> {
  const agency = await stage.newAgency();
  for (let n = 0; n < endpoints; n++) {
    const { id } = await stage.endpoint(agency);
    await stage.sql(
      `insert into webhook_deliveries (agency_id, id, endpoint_id, distributor_id, reseller_id, type, body)
       select $1, gen_random_uuid(), $2, $1, $1, 'reseller.created', '{}' from generate_series(1, $3)`,
      [agency.id, id, messages],
    );
  }
  return agency.id;
}
/** One of its messages is on its way, and its endpoint failed last: the others are due and cannot be taken. */
const stick = (agency: string) =>
  stage.sql(
    `with failed as (update webhook_endpoints set last_failure_at = now() where agency_id = $1)
     update webhook_deliveries set leased_until = now() + interval '1 minute'
     where agency_id = $1 and id = (select min(id::text)::uuid from webhook_deliveries where agency_id = $1)`,
    [agency],
  );

it("what agencies cannot use of their share goes to those that can", async () => {
  for (let n = 0; n < 3; n++) await stick(await agencyWith({ endpoints: 1, messages: 2 }));
  const busy = await agencyWith({ endpoints: 1, messages: 10 });
  const { claimed } = await claimDeliveries(stage.worker.pool, 8);
  expect(claimed.map(({ agencyId }) => agencyId)).toEqual(Array(8).fill(busy));
  expect(new Set(claimed.map(({ id }) => id)).size).toBe(8);
});

it("nobody is served last in every round", async () => {
  const agencies = await Promise.all([1, 2].map(() => agencyWith({ endpoints: 2, messages: 20 })));
  const served = new Set<string>();
  for (let n = 0; n < 30; n++) served.add((await claimDeliveries(stage.worker.pool, 1)).claimed[0]!.agencyId);
  expect([...served].sort()).toEqual(agencies.sort());
});

it("agencies with nothing that can be taken now are not looked at again and again", async () => {
  const due = async () =>
    (await stage.sql("select app.webhooks_due() as agency")).rows.map(({ agency }) => agency);
  const stuck = await agencyWith({ endpoints: 1, messages: 2 });
  expect(await due()).toEqual([stuck]);
  await stick(stuck);
  expect(await due()).toEqual([]);
  const off = await agencyWith({ endpoints: 1, messages: 2 });
  await stage.sql(
    "update webhook_endpoints set disabled_at = now(), disabled_why = 'by_hand' where agency_id = $1",
    [off],
  );
  expect(await due()).toEqual([]);
  await stage.sql("update webhook_deliveries set type = 'ping' where agency_id = $1", [off]);
  expect(await due()).toEqual([off]);
  const full = await agencyWith({ endpoints: 1, messages: 20 });
  expect((await claimDeliveries(stage.worker.pool, 100)).claimed.length).toBe(18);
  expect(await due()).toEqual([]);
  await stage.sql(
    "update webhook_deliveries set leased_until = null, state = 'succeeded' where agency_id = $1 and leased_until is not null",
    [full],
  );
  expect(await due()).toEqual([full]);
});

it("what was taken up for others is sent where one agency's turn fails", async () => {
  const agencies = [
    await agencyWith({ endpoints: 1, messages: 2 }),
    await agencyWith({ endpoints: 1, messages: 2 }),
  ];
  const { pool } = stage.worker;
  let turns = 0;
  const failing = Object.create(pool) as typeof pool;
  failing.query = pool.query.bind(pool) as typeof pool.query;
  failing.connect = (async () => {
    turns += 1;
    if (turns === 2) throw new Error("no connection in time");
    return pool.connect();
  }) as typeof pool.connect;
  const { claimed, failures } = await claimDeliveries(failing, 8);
  expect(failures).toMatchObject([{ message: "no connection in time" }]);
  expect(claimed).toHaveLength(2);
  expect(agencies).toContain(claimed[0]!.agencyId);
});
