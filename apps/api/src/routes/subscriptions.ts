import { listOrders } from "@tenantry/core/orders/list";
import { readRunningUsage } from "@tenantry/core/overages/read-running";
import { cancelSubscription } from "@tenantry/core/subscriptions/cancel";
import { changeSubscription } from "@tenantry/core/subscriptions/change";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { listSubscriptions } from "@tenantry/core/subscriptions/list";
import { listOffers } from "@tenantry/core/subscriptions/list-offers";
import { previewSubscription } from "@tenantry/core/subscriptions/preview";
import { previewSubscriptionChange } from "@tenantry/core/subscriptions/preview-change";
import { reactivateSubscription } from "@tenantry/core/subscriptions/reactivate";
import { readSubscription } from "@tenantry/core/subscriptions/read";
import { takeOverSubscription } from "@tenantry/core/subscriptions/take-over";
import { previewWholesale } from "@tenantry/core/wholesale/preview";
import { readWholesale } from "@tenantry/core/wholesale/read";
import { startWholesale } from "@tenantry/core/wholesale/start";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const byId = { id: exampleIds.subscription };
const ofReseller = { id: exampleIds.chargeableReseller };
const ofCustomer = { customerId: exampleIds.customer };
const sale = {
  ...ofCustomer,
  planId: exampleIds.retailPlan,
  currency: "EUR",
  interval: "month",
  quantity: 2,
};

export const subscriptionRoutes = [
  operation({
    id: "listSubscriptions",
    verb: listSubscriptions,
    method: "get",
    path: "/subscriptions",
    summary: "List subscriptions with what each brings in a month: by when they started, or by that",
    example: { ...ofCustomer, state: "active", sold: "own", sort: "-started", limit: 25 },
  }),
  operation({
    id: "listOffers",
    verb: listOffers,
    method: "get",
    path: "/customers/{customerId}/offers",
    summary: "List the plans and prices that can be sold to a customer now",
    example: ofCustomer,
  }),
  operation({
    id: "previewSubscription",
    verb: previewSubscription,
    method: "post",
    path: "/subscriptions/preview",
    summary: "See what selling a plan to a customer will charge, and what its reseller will earn",
    example: sale,
  }),
  operation({
    id: "createSubscription",
    verb: createSubscription,
    method: "post",
    path: "/subscriptions",
    summary: "Sell a plan to a customer: its subscription, and the first invoice with its payment link",
    example: sale,
    status: 201,
  }),
  operation({
    id: "takeOverSubscription",
    verb: takeOverSubscription,
    method: "post",
    path: "/subscriptions/take-over",
    summary: "Take over a subscription that ran elsewhere until now: its renewal is the first invoice here",
    example: { ...sale, startsOn: "2024-01-31" },
    status: 201,
  }),
  operation({
    id: "readSubscription",
    verb: readSubscription,
    method: "get",
    path: "/subscriptions/{id}",
    summary: "Read one subscription",
    example: byId,
  }),
  operation({
    id: "readRunningUsage",
    verb: readRunningUsage,
    method: "get",
    path: "/subscriptions/{id}/usage",
    summary: "Read what was used in the period that runs, and what it would be charged now",
    example: byId,
  }),
  operation({
    id: "previewSubscriptionChange",
    verb: previewSubscriptionChange,
    method: "post",
    path: "/subscriptions/{id}/preview",
    summary: "See what a change of plan or quantity will charge, and when it counts",
    example: { ...byId, quantity: 3 },
  }),
  operation({
    id: "changeSubscription",
    verb: changeSubscription,
    method: "post",
    path: "/subscriptions/{id}/change",
    summary: "Change plan or quantity: at once where it costs more, else from the next period",
    example: { ...byId, quantity: 3 },
  }),
  operation({
    id: "cancelSubscription",
    verb: cancelSubscription,
    method: "post",
    path: "/subscriptions/{id}/cancel",
    summary: "Let a subscription end with its period",
    example: byId,
  }),
  operation({
    id: "reactivateSubscription",
    verb: reactivateSubscription,
    method: "post",
    path: "/subscriptions/{id}/reactivate",
    summary: "Let a cancelled subscription go on",
    example: { id: exampleIds.cancelledSubscription },
  }),
  operation({
    id: "readWholesale",
    verb: readWholesale,
    method: "get",
    path: "/resellers/{id}/wholesale",
    summary: "Read by what an own-plan reseller is charged for its plan, or could be",
    example: ofReseller,
  }),
  operation({
    id: "previewWholesale",
    verb: previewWholesale,
    method: "post",
    path: "/resellers/{id}/wholesale/preview",
    summary: "See what charging a reseller for its plan begins with",
    example: { ...ofReseller, currency: "EUR", interval: "month" },
  }),
  operation({
    id: "startWholesale",
    verb: startWholesale,
    method: "post",
    path: "/resellers/{id}/wholesale",
    summary:
      "Charge a reseller for its plan from today: its subscription, and the first invoice with its payment link",
    example: { ...ofReseller, currency: "EUR", interval: "month" },
    status: 201,
  }),
  operation({
    id: "listOrders",
    verb: listOrders,
    method: "get",
    path: "/orders",
    summary: "List what was ordered: of one customer, by when it was placed",
    example: { ...ofCustomer, sort: "-placed", limit: 25 },
  }),
];
