import { listOwnInvoices } from "@tenantry/core/own-account/list-invoices";
import { readOwnAccount } from "@tenantry/core/own-account/read";
import { operation } from "./operation.ts";

export const ownAccountRoutes = [
  operation({
    id: "readOwnAccount",
    verb: readOwnAccount,
    method: "get",
    path: "/own-account",
    summary: "As a customer: your company and what it has bought",
    example: {},
  }),
  operation({
    id: "listOwnInvoices",
    verb: listOwnInvoices,
    method: "get",
    path: "/own-account/invoices",
    summary: "As a customer's owner: your invoices, with the link by which what is open is paid",
    example: { limit: 25 },
  }),
];
