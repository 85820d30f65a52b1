import { activateReseller } from "@tenantry/core/resellers/activate";
import { archiveReseller } from "@tenantry/core/resellers/archive";
import { changePlan } from "@tenantry/core/resellers/change-plan";
import { changeType } from "@tenantry/core/resellers/change-type";
import { checkLoginDomain } from "@tenantry/core/resellers/check-login-domain";
import { listResellerCountries } from "@tenantry/core/resellers/countries";
import { createReseller } from "@tenantry/core/resellers/create";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { eraseReseller } from "@tenantry/core/resellers/erase";
import { exportReseller } from "@tenantry/core/resellers/export";
import { keepPlan } from "@tenantry/core/resellers/keep-plan";
import { keepType } from "@tenantry/core/resellers/keep-type";
import { listResellers } from "@tenantry/core/resellers/list";
import { previewReseller } from "@tenantry/core/resellers/preview";
import { previewErasure } from "@tenantry/core/resellers/preview-erasure";
import { previewPlanChange } from "@tenantry/core/resellers/preview-plan";
import { previewType } from "@tenantry/core/resellers/preview-type";
import { readReseller } from "@tenantry/core/resellers/read";
import { restoreReseller } from "@tenantry/core/resellers/restore";
import { updateReseller } from "@tenantry/core/resellers/update";
import { erasableName, exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const contact = {
  name: "Acme Studio",
  phone: "+31 20 794 0182",
  website: "https://acme-studio.example",
  contactName: "Jo van Dijk",
  contactEmail: "finance@acme-studio.example",
  contactPhone: "+31 20 794 0183",
  country: "NL",
  language: "nl",
};
const byId = { id: exampleIds.reseller };

export const resellerRoutes = [
  operation({
    id: "listResellers",
    verb: listResellers,
    method: "get",
    path: "/resellers",
    summary: "List resellers: search, filter, sort, page",
    example: { search: "acme", status: "active", sort: "-joined", limit: 25 },
  }),
  operation({
    id: "listResellerCountries",
    verb: listResellerCountries,
    method: "get",
    path: "/reseller-countries",
    summary: "List the countries there are resellers in",
    example: {},
  }),
  operation({
    id: "createReseller",
    verb: createReseller,
    method: "post",
    path: "/resellers",
    summary: "Create a reseller with its host and its owner's way in",
    example: { type: "own_plans", ...contact, email: "jo@acme-studio.example", loginDomain: "acmestudio" },
    status: 201,
  }),
  operation({
    id: "previewReseller",
    verb: previewReseller,
    method: "post",
    path: "/resellers/preview",
    summary: "See what creating a reseller would store and send; creates none",
    example: { type: "own_plans", ...contact, email: "jo@acme-studio.example", loginDomain: "acmestudio" },
  }),
  operation({
    id: "readReseller",
    verb: readReseller,
    method: "get",
    path: "/resellers/{id}",
    summary: "Read one reseller",
    example: byId,
  }),
  operation({
    id: "updateReseller",
    verb: updateReseller,
    method: "patch",
    path: "/resellers/{id}",
    summary: "Change of a reseller's name, contact and language what is given",
    example: { ...byId, contactName: contact.contactName, contactEmail: contact.contactEmail },
    status: 204,
  }),
  operation({
    id: "activateReseller",
    verb: activateReseller,
    method: "post",
    path: "/resellers/{id}/activate",
    summary: "Open a reseller's portal again",
    example: byId,
  }),
  operation({
    id: "deactivateReseller",
    verb: deactivateReseller,
    method: "post",
    path: "/resellers/{id}/deactivate",
    summary: "Stop a reseller: its people and keys, its new business, or everything with its customers",
    example: { ...byId, mode: "inactive" },
  }),
  operation({
    id: "archiveReseller",
    verb: archiveReseller,
    method: "post",
    path: "/resellers/{id}/archive",
    summary: "Delete a reseller; it can be restored for 30 days",
    example: byId,
  }),
  operation({
    id: "restoreReseller",
    verb: restoreReseller,
    method: "post",
    path: "/resellers/{id}/restore",
    summary: "Restore a deleted reseller",
    example: { id: exampleIds.archivedReseller },
  }),
  operation({
    id: "previewType",
    verb: previewType,
    method: "get",
    path: "/resellers/{id}/type-change",
    summary: "See what changing a reseller's type would do to the plans it manages and sees",
    example: { ...byId, type: "commission" },
  }),
  operation({
    id: "changeType",
    verb: changeType,
    method: "post",
    path: "/resellers/{id}/type-change",
    summary: "Change the model a reseller sells under, now or from a day to come",
    example: { ...byId, type: "commission", day: "2099-01-01" },
  }),
  operation({
    id: "keepType",
    verb: keepType,
    method: "delete",
    path: "/resellers/{id}/type-change",
    summary: "Call off the change of type that waits for a reseller",
    example: { id: exampleIds.retypingReseller },
    status: 204,
  }),
  operation({
    id: "previewErasure",
    verb: previewErasure,
    method: "get",
    path: "/resellers/{id}/erasure",
    summary: "See in numbers what erasing a deleted reseller would remove, and what stays",
    example: { id: exampleIds.erasableReseller },
  }),
  operation({
    id: "exportReseller",
    verb: exportReseller,
    method: "get",
    path: "/resellers/{id}/export/{part}",
    summary: "Export a deleted reseller's data, part by part",
    example: { id: exampleIds.erasableReseller, part: "people" },
  }),
  operation({
    id: "eraseReseller",
    verb: eraseReseller,
    method: "post",
    path: "/resellers/{id}/erase",
    summary: "Erase a deleted reseller's personal data for good",
    example: { id: exampleIds.erasableReseller, name: erasableName },
  }),
  operation({
    id: "previewPlanChange",
    verb: previewPlanChange,
    method: "get",
    path: "/resellers/{id}/plan-change",
    summary: "See what changing a reseller's plan would do to what is included and asked",
    example: { ...byId, planId: exampleIds.plan, effective: "next_period" },
  }),
  operation({
    id: "changePlan",
    verb: changePlan,
    method: "post",
    path: "/resellers/{id}/plan-change",
    summary: "Put a reseller on a plan's current version, now or from its next period",
    example: { ...byId, planId: exampleIds.plan, effective: "now" },
  }),
  operation({
    id: "keepPlan",
    verb: keepPlan,
    method: "delete",
    path: "/resellers/{id}/plan-change",
    summary: "Call off the change of plan that waits for a reseller",
    example: { id: exampleIds.replanningReseller },
    status: 204,
  }),
  operation({
    id: "checkLoginDomain",
    verb: checkLoginDomain,
    method: "get",
    path: "/login-domains/{name}",
    summary: "Ask whether a login domain can be had; for one that cannot, three that can are suggested",
    example: { name: "acmestudio", company: "Acme Studio B.V." },
  }),
];
