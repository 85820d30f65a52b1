import { answerTransfer } from "@tenantry/core/transfers/answer";
import { listTransfers } from "@tenantry/core/transfers/list";
import { previewTransfer } from "@tenantry/core/transfers/preview";
import { readTransfer } from "@tenantry/core/transfers/read";
import { requestTransfer } from "@tenantry/core/transfers/request";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const asked = { customerId: exampleIds.movableCustomer, receiverId: exampleIds.ownAgency };
const byId = { id: exampleIds.transfer };

export const transferRoutes = [
  operation({
    id: "previewTransfer",
    verb: previewTransfer,
    method: "post",
    path: "/transfers/preview",
    summary: "Say what moving a customer to another seller would do, and what stands in the way",
    example: asked,
  }),
  operation({
    id: "requestTransfer",
    verb: requestTransfer,
    method: "post",
    path: "/transfers",
    summary: "Ask for moving a customer to another seller; both sellers and the customer have to confirm",
    example: asked,
    status: 201,
  }),
  operation({
    id: "listTransfers",
    verb: listTransfers,
    method: "get",
    path: "/transfers",
    summary: "List the transfers you are a side of, the newest first",
    example: { limit: 25 },
  }),
  operation({
    id: "readTransfer",
    verb: readTransfer,
    method: "get",
    path: "/transfers/{id}",
    summary: "Read one transfer: who has confirmed, and when it takes effect",
    example: byId,
  }),
  operation({
    id: "answerTransfer",
    verb: answerTransfer,
    method: "post",
    path: "/transfers/{id}/answer",
    summary: "Confirm or refuse a transfer for your side",
    example: { ...byId, confirms: true },
    status: 204,
  }),
];
