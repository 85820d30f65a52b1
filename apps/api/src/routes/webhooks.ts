import { createWebhook } from "@tenantry/core/webhooks/create";
import { disableWebhook } from "@tenantry/core/webhooks/disable";
import { enableWebhook } from "@tenantry/core/webhooks/enable";
import { listWebhooks } from "@tenantry/core/webhooks/list";
import { listDeliveries } from "@tenantry/core/webhooks/list-deliveries";
import { pingWebhook } from "@tenantry/core/webhooks/ping";
import { readWebhook } from "@tenantry/core/webhooks/read";
import { readDelivery } from "@tenantry/core/webhooks/read-delivery";
import { removeWebhook } from "@tenantry/core/webhooks/remove";
import { replayDelivery, replayFailed } from "@tenantry/core/webhooks/replay";
import { rotateWebhook } from "@tenantry/core/webhooks/rotate";
import { updateWebhook } from "@tenantry/core/webhooks/update";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const example = { id: exampleIds.webhook };

export const webhookRoutes = [
  operation({
    id: "listWebhooks",
    verb: listWebhooks,
    method: "get",
    path: "/webhooks",
    summary: "List your account's webhook endpoints: search, filter, sort, page",
    example: { search: "example.com", state: "enabled", sort: "url", limit: 25 },
  }),
  operation({
    id: "readWebhook",
    verb: readWebhook,
    method: "get",
    path: "/webhooks/{id}",
    summary: "Read one webhook endpoint",
    example,
  }),
  operation({
    id: "createWebhook",
    verb: createWebhook,
    method: "post",
    path: "/webhooks",
    summary: "Make a webhook endpoint; its secret is in this answer only",
    example: {
      url: "https://example.com/hooks",
      description: "Billing",
      eventTypes: ["reseller.created", "reseller.deactivated"],
    },
    status: 201,
  }),
  operation({
    id: "updateWebhook",
    verb: updateWebhook,
    method: "patch",
    path: "/webhooks/{id}",
    summary: "Change a webhook endpoint's address, description or events",
    example: { ...example, description: "Billing, new server", eventTypes: ["plan.changed", "cap.reached"] },
    status: 204,
  }),
  operation({
    id: "enableWebhook",
    verb: enableWebhook,
    method: "post",
    path: "/webhooks/{id}/enable",
    summary: "Switch a webhook endpoint on",
    example: { id: exampleIds.disabledWebhook },
  }),
  operation({
    id: "disableWebhook",
    verb: disableWebhook,
    method: "post",
    path: "/webhooks/{id}/disable",
    summary: "Switch a webhook endpoint off and give up what waits for it",
    example,
  }),
  operation({
    id: "rotateWebhook",
    verb: rotateWebhook,
    method: "post",
    path: "/webhooks/{id}/rotate",
    summary: "Give a webhook endpoint a new secret; the old one signs too for the hours you choose",
    example: { ...example, overlapHours: 24 },
  }),
  operation({
    id: "removeWebhook",
    verb: removeWebhook,
    method: "delete",
    path: "/webhooks/{id}",
    summary: "Delete a webhook endpoint with everything that was sent to it",
    example,
    status: 204,
  }),
  operation({
    id: "pingWebhook",
    verb: pingWebhook,
    method: "post",
    path: "/webhooks/{id}/ping",
    summary: "Send a webhook endpoint a test message, once",
    example,
    status: 201,
  }),
  operation({
    id: "replayFailedDeliveries",
    verb: replayFailed,
    method: "post",
    path: "/webhooks/{id}/replay-failed",
    summary: "Send everything again that a webhook endpoint has not taken",
    example,
  }),
  operation({
    id: "listWebhookDeliveries",
    verb: listDeliveries,
    method: "get",
    path: "/webhooks/{id}/deliveries",
    summary: "List what was and is to be sent to a webhook endpoint: filter by state and type, page",
    example: { ...example, state: "failed", type: "reseller.updated", sort: "-created", limit: 25 },
  }),
  operation({
    id: "readWebhookDelivery",
    verb: readDelivery,
    method: "get",
    path: "/webhook-deliveries/{id}",
    summary: "Read one message with its body and every attempt to send it",
    example: { id: exampleIds.webhookDelivery },
  }),
  operation({
    id: "replayWebhookDelivery",
    verb: replayDelivery,
    method: "post",
    path: "/webhook-deliveries/{id}/replay",
    summary: "Send a message again under the id it had",
    example: { id: exampleIds.webhookDelivery },
  }),
];
