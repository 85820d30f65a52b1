import { listDelegations } from "@tenantry/core/delegations/list";
import { readDelegation } from "@tenantry/core/delegations/read";
import { removeDelegation } from "@tenantry/core/delegations/remove";
import { setDelegation } from "@tenantry/core/delegations/set";
import { activateDistributor } from "@tenantry/core/distributors/activate";
import { archiveDistributor } from "@tenantry/core/distributors/archive";
import { createDistributor } from "@tenantry/core/distributors/create";
import { deactivateDistributor } from "@tenantry/core/distributors/deactivate";
import { listDistributors } from "@tenantry/core/distributors/list";
import { readDistributor } from "@tenantry/core/distributors/read";
import { restoreDistributor } from "@tenantry/core/distributors/restore";
import { updateDistributor } from "@tenantry/core/distributors/update";
import { listOfferedPlans } from "@tenantry/core/plans/list-offered";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const contact = {
  name: "Northwind Distribution",
  phone: "+31 20 794 0182",
  contactName: "Sam Jansen",
  contactEmail: "partners@northwind.example",
  contactPhone: "+31 20 794 0183",
  country: "NL",
  language: "nl",
};
const ceiling = {
  ...{ create: true, edit: true, archive: false },
  stopModes: ["sales_stopped", "inactive"],
  types: ["own_plans", "commission"],
  maximum: 50,
};
const byId = { id: exampleIds.distributor };

/** Distributors, and the ceiling over whoever has resellers of its own. */
export const distributorRoutes = [
  operation({
    id: "listDistributors",
    verb: listDistributors,
    method: "get",
    path: "/distributors",
    summary: "List distributors: search, filter, sort, page",
    example: { search: "north", status: "active", sort: "-joined", limit: 25 },
  }),
  operation({
    id: "createDistributor",
    verb: createDistributor,
    method: "post",
    path: "/distributors",
    summary: "Create a distributor with its host, its ceiling and its owner's invitation",
    example: {
      ...{ ...contact, email: "sam@northwind.example", loginDomain: "northwind" },
      delegation: ceiling,
    },
    status: 201,
  }),
  operation({
    id: "readDistributor",
    verb: readDistributor,
    method: "get",
    path: "/distributors/{id}",
    summary: "Read one distributor",
    example: byId,
  }),
  operation({
    id: "updateDistributor",
    verb: updateDistributor,
    method: "patch",
    path: "/distributors/{id}",
    summary: "Change of a distributor's name, contact and language what is given",
    example: { ...byId, contactName: contact.contactName, contactEmail: contact.contactEmail },
    status: 204,
  }),
  operation({
    id: "activateDistributor",
    verb: activateDistributor,
    method: "post",
    path: "/distributors/{id}/activate",
    summary: "Open a distributor's portal again",
    example: byId,
  }),
  operation({
    id: "deactivateDistributor",
    verb: deactivateDistributor,
    method: "post",
    path: "/distributors/{id}/deactivate",
    summary: "Lock a distributor's own people and keys out; its resellers and their customers go on",
    example: byId,
  }),
  operation({
    id: "archiveDistributor",
    verb: archiveDistributor,
    method: "post",
    path: "/distributors/{id}/archive",
    summary: "Delete a distributor that has no resellers; it can be restored",
    example: byId,
    status: 204,
  }),
  operation({
    id: "restoreDistributor",
    verb: restoreDistributor,
    method: "post",
    path: "/distributors/{id}/restore",
    summary: "Restore a deleted distributor",
    example: { id: exampleIds.archivedDistributor },
    status: 204,
  }),
  operation({
    id: "listDelegations",
    verb: listDelegations,
    method: "get",
    path: "/delegations",
    summary: "List who may have resellers of its own",
    example: {},
  }),
  operation({
    id: "listOfferedPlans",
    verb: listOfferedPlans,
    method: "get",
    path: "/offered-plans",
    summary: "List the plans that an upline can give its resellers",
    example: {},
  }),
  operation({
    id: "readDelegation",
    verb: readDelegation,
    method: "get",
    path: "/delegations/{id}",
    summary: "Read what a distributor or reseller may do with resellers of its own",
    example: { id: exampleIds.uplineReseller },
  }),
  operation({
    id: "setDelegation",
    verb: setDelegation,
    method: "post",
    path: "/delegations/{id}",
    summary: "Set what a distributor or reseller may do with resellers of its own",
    example: { id: exampleIds.uplineReseller, ...ceiling },
  }),
  operation({
    id: "removeDelegation",
    verb: removeDelegation,
    method: "delete",
    path: "/delegations/{id}",
    summary: "Take from a reseller without resellers that it may have some",
    example: { id: exampleIds.uplineReseller },
    status: 204,
  }),
];
