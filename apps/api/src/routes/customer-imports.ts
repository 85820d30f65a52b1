import { checkCustomerImport } from "@tenantry/core/customer-imports/check";
import { createCustomerImport } from "@tenantry/core/customer-imports/create";
import { listCustomerImports } from "@tenantry/core/customer-imports/list";
import { listCustomerImportRows } from "@tenantry/core/customer-imports/list-rows";
import { readCustomerImport } from "@tenantry/core/customer-imports/read";
import { removeCustomerImport } from "@tenantry/core/customer-imports/remove";
import { startCustomerImport } from "@tenantry/core/customer-imports/start";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const example = { id: exampleIds.customerImport };

export const customerImportRoutes = [
  operation({
    id: "listCustomerImports",
    verb: listCustomerImports,
    method: "get",
    path: "/customer-imports",
    summary: "List the files of customers the own account took in within the last 30 days, the newest 100",
    example: {},
  }),
  operation({
    id: "createCustomerImport",
    verb: createCustomerImport,
    method: "post",
    path: "/customer-imports",
    summary: "Take in a CSV file of customers and the subscriptions they have; creates none yet",
    example: { fileName: "customers.csv", csv: "name,email\nAcme,it@acme.example" },
    status: 201,
    bodyLimit: 2 * 1024 * 1024,
  }),
  operation({
    id: "readCustomerImport",
    verb: readCustomerImport,
    method: "get",
    path: "/customer-imports/{id}",
    summary: "Read a file's columns, how far its rows are, and what they come to",
    example,
  }),
  operation({
    id: "listCustomerImportRows",
    verb: listCustomerImportRows,
    method: "get",
    path: "/customer-imports/{id}/rows",
    summary:
      "List a file's rows with what each comes to or what is wrong with it: filter by how far they are, page",
    example: { ...example, state: "waiting", limit: 25 },
  }),
  operation({
    id: "checkCustomerImport",
    verb: checkCustomerImport,
    method: "post",
    path: "/customer-imports/{id}/check",
    summary: "Say which column is which field and have every row tried; creates none yet",
    example: { ...example, columns: { name: 0, email: 1 }, defaults: { country: "NL" } },
  }),
  operation({
    id: "startCustomerImport",
    verb: startCustomerImport,
    method: "post",
    path: "/customer-imports/{id}/start",
    summary:
      "Create the customers and take over the subscriptions of the rows that were found ready; the worker carries it out",
    example: { id: exampleIds.checkedCustomerImport },
  }),
  operation({
    id: "removeCustomerImport",
    verb: removeCustomerImport,
    method: "delete",
    path: "/customer-imports/{id}",
    summary: "Remove a file of customers; those created from it stay",
    example,
    status: 204,
  }),
];
