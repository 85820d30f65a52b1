import { readBrand } from "@tenantry/core/branding/read";
import { updateBrand } from "@tenantry/core/branding/update";
import { createCustomer } from "@tenantry/core/customers/create";
import { listCustomers } from "@tenantry/core/customers/list";
import { readCustomer } from "@tenantry/core/customers/read";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

export const accountRoutes = [
  operation({
    id: "readBrand",
    verb: readBrand,
    method: "get",
    path: "/brand",
    summary: "Read your brand, or that of an account in your reach",
    example: { accountId: exampleIds.reseller },
  }),
  operation({
    id: "updateBrand",
    verb: updateBrand,
    method: "patch",
    path: "/brand",
    summary: "Set colour and support address",
    example: { accountId: exampleIds.reseller, color: "#8f2a72", supportEmail: "help@acme-studio.example" },
  }),
  operation({
    id: "listCustomers",
    verb: listCustomers,
    method: "get",
    path: "/customers",
    summary: "List customers",
    example: { parentId: exampleIds.reseller, limit: 25 },
  }),
  operation({
    id: "createCustomer",
    verb: createCustomer,
    method: "post",
    path: "/customers",
    summary: "Create a customer under a reseller, or directly under the agency",
    example: {
      name: "Lindenhof Hotels",
      externalId: "lindenhof",
      parentId: exampleIds.reseller,
      country: "DE",
    },
    status: 201,
  }),
  operation({
    id: "readCustomer",
    verb: readCustomer,
    method: "get",
    path: "/customers/{id}",
    summary: "Read one customer",
    example: { id: exampleIds.customer },
  }),
];
