import {
  decideUsage,
  ingestUsage,
  usageBody,
  usageByCustomer,
  usageByReseller,
  usageDays,
  usageOverview,
  usageQuarantine,
} from "@tenantry/core/usage/index";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const oneMebibyte = 1024 * 1024;

export const usageRoutes = [
  operation({
    id: "ingestUsage",
    verb: ingestUsage,
    method: "post",
    path: "/usage/events",
    summary: "Report usage: one event, or up to 1,000 at once; told again, an event counts once",
    example: {
      events: [
        {
          source: "chat",
          eventId: "m-4711",
          meter: "messages",
          accountId: exampleIds.customer,
          quantity: 1,
          at: "2026-11-20T10:15:00.000Z",
        },
      ],
    },
    body: usageBody,
    bodyLimit: oneMebibyte,
  }),
  operation({
    id: "decideUsage",
    verb: decideUsage,
    method: "post",
    path: "/usage/decisions",
    summary: "Ask before use: allow, warn or deny by the plan's caps; what is granted is reserved",
    example: { accountId: exampleIds.customer, meter: "messages", quantity: 1 },
  }),
  operation({
    id: "readUsageOverview",
    verb: usageOverview,
    method: "get",
    path: "/usage/overview",
    summary: "Read what all resellers used, an upline's on its host, with the same days of the month before",
    example: { period: "month" },
  }),
  operation({
    id: "readUsageByReseller",
    verb: usageByReseller,
    method: "get",
    path: "/usage/by-reseller",
    summary: "Read customers, use against allowance and last activity of up to 100 resellers",
    example: { ids: exampleIds.reseller },
  }),
  operation({
    id: "readUsageByCustomer",
    verb: usageByCustomer,
    method: "get",
    path: "/usage/by-customer",
    summary: "Read what up to 100 customers used this month",
    example: { ids: exampleIds.customer },
  }),
  operation({
    id: "readUsageDays",
    verb: usageDays,
    method: "get",
    path: "/usage/days",
    summary: "Read an account's usage by day and meter",
    example: { accountId: exampleIds.reseller, meter: "messages" },
  }),
  operation({
    id: "listUsageQuarantine",
    verb: usageQuarantine,
    method: "get",
    path: "/usage/quarantine",
    summary: "List events that could not be counted, with the reason",
    example: { limit: 25 },
  }),
];
