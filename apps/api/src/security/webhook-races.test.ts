import { announce } from "@tenantry/core/webhooks/announce";
import { attemptDelivery } from "@tenantry/core/webhooks/attempt";
import { claimDeliveries } from "@tenantry/core/webhooks/claim";
import { pauses } from "@tenantry/core/webhooks/schedule";
import { inTenant, type Tx } from "@tenantry/db";
import { bounded, until } from "@tenantry/db/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openWebhookStage, type WebhookStage } from "../testing/webhooks.ts";

// T36: what happens to an endpoint while something else happens to it. Each holds one half until the other waits or is through.
type Agency = Awaited<ReturnType<WebhookStage["newAgency"]>>;

let stage: WebhookStage;
let agency: Agency;
let end: Awaited<ReturnType<WebhookStage["endpoint"]>>;
beforeAll(async () => {
  stage = await openWebhookStage();
}, 60_000);
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.sql("update webhook_deliveries set due_at = 'infinity' where state = 'pending'");
  agency = await stage.newAgency();
  end = await stage.endpoint(agency);
});

const ask = async (path: string, body?: unknown, method?: string) =>
  (await stage.ask(agency, path, body, method)).json();
const post = (path: string) => ask(path, undefined, "POST");
const lastMessage = async (): Promise<string> =>
  (await ask(`/webhooks/${end.id}/deliveries?limit=1`)).deliveries[0].id;

/** Resolves once `promise` has settled or `waiters` in all wait for a lock. */
async function throughOrWaiting(promise: Promise<unknown>, waiters = 1): Promise<void> {
  let through = false;
  const settled = () => {
    through = true;
  };
  promise.then(settled, settled);
  await until(async () => {
    const { rows } = await stage.sql(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return through || rows.length >= waiters;
  });
}

/** A transaction of the agency that has done `work` and commits when told to. */
async function held(work: (tx: Tx) => Promise<unknown>): Promise<() => Promise<void>> {
  const scope = { agency: agency.id, kind: "agency", account: agency.id } as const;
  let commit = () => {};
  const told = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let committed = Promise.resolve();
  await new Promise<void>((done, failed) => {
    committed = inTenant(stage.web.app.pool, scope, async (tx) => {
      await work(tx);
      done();
      await told;
    });
    committed.catch(failed);
  });
  return () => {
    commit();
    return committed;
  };
}

/** Nothing waits at an endpoint that is off, and the worker has no reason to ask again. */
async function expectNothingWaits() {
  expect(await ask(`/webhooks/${end.id}`)).toMatchObject({ state: "disabled", deliveries: { pending: 0 } });
  const { rows } = await stage.sql("select app.webhooks_due() as agency");
  expect(rows).not.toContainEqual({ agency: agency.id });
}

describe("an endpoint that is switched off", () => {
  it("while a message to it is being written gives that one up too", async () => {
    const reseller = await stage.newReseller(agency);
    const event = { agencyId: agency.id, type: "reseller.updated", resellerId: reseller.id } as const;
    const commit = await held((tx) => announce(tx, { ...event, at: new Date() }));
    const off = post(`/webhooks/${end.id}/disable`);
    await throughOrWaiting(off);
    await commit();
    expect(await off).toMatchObject({ changed: true, deliveries: 2 });
    await expectNothingWaits();
  });

  let message: string;
  it.each([
    ["one message", () => post(`/webhook-deliveries/${message}/replay`)],
    ["everything that failed", () => post(`/webhooks/${end.id}/replay-failed`)],
  ])("while %s is sent again gives that up too", async (_what, replay) => {
    await stage.newReseller(agency);
    message = await lastMessage();
    await stage.sql("update webhook_deliveries set state = 'failed' where id = $1", [message]);
    const commit = await held((tx) =>
      tx.execute(sql`select from webhook_deliveries where id = ${message} for update`),
    );
    const again = replay();
    await throughOrWaiting(again);
    const off = post(`/webhooks/${end.id}/disable`);
    await throughOrWaiting(off, 2);
    await commit();
    await Promise.all([again, off]);
    await expectNothingWaits();
  });
});

it("an endpoint that says twice at once that it is gone, after it has failed, is switched off once", async () => {
  for (let n = 0; n < 3; n++) await stage.newReseller(agency);
  const {
    claimed: [first, ...others],
  } = await claimDeliveries(stage.worker.pool, 10);
  const send = (status: number, claimed = first!) =>
    attemptDelivery(stage.worker, async () => ({ status, body: "" }), claimed);
  await send(500);
  const commit = await held((tx) =>
    tx.execute(sql`select from webhook_endpoints where id = ${end.id} for update`),
  );
  const both = Promise.all(others.map((one) => send(410, one)));
  await throughOrWaiting(both, 2);
  await commit();
  await bounded(both, 5, "settling");
  await expectNothingWaits();
  const { entries } = await ask("/audit-entries?action=webhook.disable");
  expect(entries).toMatchObject([{ after: { why: "gone" } }]);
});

describe("a message that arrived and could not be settled", () => {
  /** The worker, whose next `failures` connections fail. */
  function losing(failures: number) {
    let left = failures;
    const pool = Object.create(stage.worker.pool, {
      connect: {
        value: () => (left-- > 0 ? Promise.reject(new Error("gone")) : stage.worker.pool.connect()),
      },
    });
    return { ...stage.worker, pool };
  }

  it("is settled all the same when the database answers again", async () => {
    await stage.newReseller(agency);
    const {
      claimed: [claimed],
    } = await claimDeliveries(stage.worker.pool, 10);
    await attemptDelivery(losing(2), stage.egress, claimed!);
    expect(end.receiver.got).toHaveLength(1);
    expect(await ask(`/webhook-deliveries/${claimed!.id}`)).toMatchObject({ state: "succeeded" });
  });

  it("is settled once, although the answer to that was lost", async () => {
    await stage.newReseller(agency);
    const {
      claimed: [claimed],
    } = await claimDeliveries(stage.worker.pool, 10);
    for (let n = 0; n < 2; n++)
      await attemptDelivery(stage.worker, async () => ({ failure: "timeout" }), claimed!);
    const told = await ask(`/webhook-deliveries/${claimed!.id}`);
    expect([told.state, told.tries.length]).toEqual(["pending", 1]);
    const { rows } = await stage.sql("select step from webhook_deliveries where id = $1", [claimed!.id]);
    expect(rows).toEqual([{ step: 1 }]);
  });

  it("is sent no more often than one that fails, and given up then; the endpoint stays on", async () => {
    await stage.newReseller(agency);
    const id = await lastMessage();
    for (let n = 0; n < 2 * pauses.length; n++) {
      const {
        claimed: [claimed],
      } = await claimDeliveries(stage.worker.pool, 10);
      if (claimed) await attemptDelivery(losing(Infinity), stage.egress, claimed).catch(() => {});
      await stage.sql(
        "update webhook_deliveries set leased_until = now() where id = $1 and state = 'pending'",
        [id],
      );
    }
    expect(end.receiver.got).toHaveLength(pauses.length + 1);
    expect(await ask(`/webhook-deliveries/${id}`)).toMatchObject({
      state: "failed",
      lastFailure: "unsettled",
    });
    expect(await ask(`/webhooks/${end.id}`)).toMatchObject({ state: "enabled" });
  });
});
