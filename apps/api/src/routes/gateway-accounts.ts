import { checkGatewayAccount } from "@tenantry/core/gateway-accounts/check";
import { readGatewayAccount } from "@tenantry/core/gateway-accounts/read";
import { removeGatewayAccount } from "@tenantry/core/gateway-accounts/remove";
import { updateGatewayAccount } from "@tenantry/core/gateway-accounts/update";
import { exampleTokens } from "./examples.ts";
import { operation } from "./operation.ts";

export const gatewayAccountRoutes = [
  operation({
    id: "readGatewayAccount",
    verb: readGatewayAccount,
    method: "get",
    path: "/gateway-account",
    summary: "Read which account at Stripe takes the agency's payments",
    example: {},
  }),
  operation({
    id: "updateGatewayAccount",
    verb: updateGatewayAccount,
    method: "post",
    path: "/gateway-account",
    summary: "Connect the agency's account at Stripe, or change its keys; they are never told again",
    example: { secretKey: exampleTokens.gatewayKey, webhookSecret: "whsec_exampleOfASecret" },
  }),
  operation({
    id: "checkGatewayAccount",
    verb: checkGatewayAccount,
    method: "post",
    path: "/gateway-account/{gatewayId}/check",
    summary: "Ask Stripe whether the key is good and the account takes payments",
    example: { gatewayId: exampleTokens.gatewayAccount },
  }),
  operation({
    id: "removeGatewayAccount",
    verb: removeGatewayAccount,
    method: "post",
    path: "/gateway-account/{gatewayId}/remove",
    summary: "Forget the account at Stripe and its keys",
    example: { gatewayId: exampleTokens.gatewayAccount },
  }),
];
