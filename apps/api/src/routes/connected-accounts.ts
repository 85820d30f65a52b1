import { checkConnectedAccount } from "@tenantry/core/connected-accounts/check";
import { connectAccount } from "@tenantry/core/connected-accounts/connect";
import { disconnectAccount } from "@tenantry/core/connected-accounts/disconnect";
import { readConnectedAccount } from "@tenantry/core/connected-accounts/read";
import { exampleTokens } from "./examples.ts";
import { operation } from "./operation.ts";

export const connectedAccountRoutes = [
  operation({
    id: "readConnectedAccount",
    verb: readConnectedAccount,
    method: "get",
    path: "/connected-account",
    summary: "Read how a reseller's own account at Stripe stands",
    example: {},
  }),
  operation({
    id: "connectAccount",
    verb: connectAccount,
    method: "post",
    path: "/connected-account/connect",
    summary:
      "Connect a reseller's own account at Stripe, or go on with it: answers a page there, for one visit",
    example: { platformId: exampleTokens.platform },
  }),
  operation({
    id: "checkConnectedAccount",
    verb: checkConnectedAccount,
    method: "post",
    path: "/connected-account/{gatewayId}/check",
    summary: "Ask Stripe how a reseller's own account is",
    example: { gatewayId: exampleTokens.connectedAccount },
  }),
  operation({
    id: "disconnectAccount",
    verb: disconnectAccount,
    method: "post",
    path: "/connected-account/{gatewayId}/disconnect",
    summary:
      "Take no new payments by a reseller's own account at Stripe; what was paid can still be given back",
    example: { gatewayId: exampleTokens.connectedAccount },
  }),
];
