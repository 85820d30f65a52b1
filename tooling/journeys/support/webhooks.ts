import type { Agency } from "@tenantry/core/testing";
import { createWebhook } from "@tenantry/core/webhooks/create";
import { eventTypes } from "@tenantry/core/webhooks/event-types";
import { pingWebhook } from "@tenantry/core/webhooks/ping";
import { rotateWebhook } from "@tenantry/core/webhooks/rotate";
import type { Served } from "./serve-app.ts";

/** An endpoint on which two secrets sign, with a message of each state; one that was switched off by failing. */
export async function makeWebhooks({ app }: Served, agency: Agency) {
  const ctx = await agency.ctx();
  const url = "https://hooks.example.com/billing";
  const description = "Billing";
  const { id } = await createWebhook(ctx, { url, description, eventTypes: [...eventTypes] });
  await rotateWebhook(ctx, { id, overlapHours: 24 });
  const send = async () => (await pingWebhook(ctx, { id })).id;
  await send();
  const arrived = await send();
  const refused = await send();
  await settle(arrived, { state: "succeeded", status: 204, failure: null, answer: null });
  const answer = '{"error":"The database is locked","token":"[redacted]"}';
  // Tests are not sent again with the others: this one stands for an event.
  await app.admin.query(
    "update webhook_deliveries set type = 'reseller.created' where agency_id = $1 and id = $2",
    [agency.id, refused],
  );
  await settle(refused, { state: "failed", status: 500, failure: null, answer });
  const off = await createWebhook(ctx, {
    url: "https://old.example.com/a/rather/long/address/that/does/not/fit/into/a/column/of/the/list",
    eventTypes: ["reseller.created"],
  });
  await app.admin.query(
    `update webhook_endpoints set disabled_at = now(), disabled_why = 'failing', last_failure_at = now()
     where agency_id = $1 and id = $2`,
    [agency.id, off.id],
  );
  return { id, off: off.id, delivery: refused };

  /** As if the worker had sent it. */
  async function settle(message: string, { state, ...tried }: Settled): Promise<void> {
    await app.admin.query(
      `update webhook_deliveries set state = $3, tries = 1, step = 1, last_status = $4
       where agency_id = $1 and id = $2`,
      [agency.id, message, state, tried.status],
    );
    await app.admin.query(
      `insert into webhook_attempts (agency_id, delivery_id, number, distributor_id, reseller_id, at, duration_ms,
         status, failure, answer)
       values ($1, $2, 1, $1, $1, now(), 143, $3, $4, $5)`,
      [agency.id, message, tried.status, tried.failure, tried.answer],
    );
  }
}

interface Settled {
  state: "succeeded" | "failed";
  status: number | null;
  failure: string | null;
  answer: string | null;
}
