import { createResellerDraft } from "@tenantry/core/reseller-drafts/create";
import { listResellerDrafts } from "@tenantry/core/reseller-drafts/list";
import { readResellerDraft } from "@tenantry/core/reseller-drafts/read";
import { removeResellerDraft } from "@tenantry/core/reseller-drafts/remove";
import { updateResellerDraft } from "@tenantry/core/reseller-drafts/update";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const example = { id: exampleIds.resellerDraft };
const fields = { name: "Acme Studio", email: "jo@acme-studio", loginDomain: "acmestu" };

export const resellerDraftRoutes = [
  operation({
    id: "listResellerDrafts",
    verb: listResellerDrafts,
    method: "get",
    path: "/reseller-drafts",
    summary: "List your own drafts of resellers, the newest 100",
    example: {},
  }),
  operation({
    id: "createResellerDraft",
    verb: createResellerDraft,
    method: "post",
    path: "/reseller-drafts",
    summary: "Keep what you have typed of a reseller to be, for 30 days; creates none",
    example: { fields },
    status: 201,
  }),
  operation({
    id: "readResellerDraft",
    verb: readResellerDraft,
    method: "get",
    path: "/reseller-drafts/{id}",
    summary: "Read a draft of your own, to go on with",
    example,
  }),
  operation({
    id: "updateResellerDraft",
    verb: updateResellerDraft,
    method: "patch",
    path: "/reseller-drafts/{id}",
    summary: "Put other fields into a draft of your own in place of those it holds",
    example: { ...example, fields },
  }),
  operation({
    id: "removeResellerDraft",
    verb: removeResellerDraft,
    method: "delete",
    path: "/reseller-drafts/{id}",
    summary: "Remove a draft of your own",
    example,
    status: 204,
  }),
];
