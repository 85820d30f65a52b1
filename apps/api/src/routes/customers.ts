import { activateCustomer } from "@tenantry/core/customers/activate";
import { createCustomer } from "@tenantry/core/customers/create";
import { deactivateCustomer } from "@tenantry/core/customers/deactivate";
import { extendClaim } from "@tenantry/core/customers/extend-claim";
import { listCustomers } from "@tenantry/core/customers/list";
import { readCustomer } from "@tenantry/core/customers/read";
import { updateCustomer } from "@tenantry/core/customers/update";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const byId = { id: exampleIds.customer };

export const customerRoutes = [
  operation({
    id: "listCustomers",
    verb: listCustomers,
    method: "get",
    path: "/customers",
    summary: "List customers: search, filter, sort, page",
    example: {
      ...{ search: "linden", status: "active", parentId: exampleIds.reseller },
      ...{ sort: "name", limit: 25 },
    },
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
    example: byId,
  }),
  operation({
    id: "updateCustomer",
    verb: updateCustomer,
    method: "patch",
    path: "/customers/{id}",
    summary: "Change of a customer's name, email, external id and country what is given; null takes one away",
    example: { ...byId, name: "Lindenhof Hotels", email: "it@lindenhof.example", country: "AT" },
    status: 204,
  }),
  operation({
    id: "extendClaim",
    verb: extendClaim,
    method: "post",
    path: "/customers/{id}/claim",
    summary: "Let a reseller's claim on a company go on, so that no other reseller may add it",
    example: { ...byId, days: 30 },
  }),
  operation({
    id: "activateCustomer",
    verb: activateCustomer,
    method: "post",
    path: "/customers/{id}/activate",
    summary: "Let a customer's own people in again, and the product serve it",
    example: byId,
  }),
  operation({
    id: "deactivateCustomer",
    verb: deactivateCustomer,
    method: "post",
    path: "/customers/{id}/deactivate",
    summary: "Lock a customer's own people out and deny its service; its usage still counts",
    example: byId,
  }),
];
