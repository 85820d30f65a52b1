import { archiveFeature } from "@tenantry/core/features/archive";
import { chooseForFeature } from "@tenantry/core/features/choose";
import { createFeature } from "@tenantry/core/features/create";
import { listFeatures } from "@tenantry/core/features/list";
import { listFeatureAccounts } from "@tenantry/core/features/list-accounts";
import { featuresOf } from "@tenantry/core/features/of-account";
import { previewRelease } from "@tenantry/core/features/preview-release";
import { previewWithdrawal } from "@tenantry/core/features/preview-withdrawal";
import { readFeature } from "@tenantry/core/features/read";
import { releaseFeature } from "@tenantry/core/features/release";
import { restoreFeature } from "@tenantry/core/features/restore";
import { updateFeature } from "@tenantry/core/features/update";
import { withdrawFeature } from "@tenantry/core/features/withdraw";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const byId = { id: exampleIds.feature };
const tenth = { ...byId, reach: "percentage" as const, percent: 10 };

export const featureRoutes = [
  operation({
    id: "listFeatures",
    verb: listFeatures,
    method: "get",
    path: "/features",
    summary: "List features with whom they are released to: search, filter, sort, page",
    example: { search: "repl", state: "live", sort: "name", limit: 25 },
  }),
  operation({
    id: "createFeature",
    verb: createFeature,
    method: "post",
    path: "/features",
    summary: "Create a feature, off for everybody until it is released",
    example: { key: "smart_replies", name: "Smart replies", description: "Suggests an answer." },
    status: 201,
  }),
  operation({
    id: "readFeature",
    verb: readFeature,
    method: "get",
    path: "/features/{id}",
    summary: "Read one feature and whom it is released to",
    example: byId,
  }),
  operation({
    id: "updateFeature",
    verb: updateFeature,
    method: "patch",
    path: "/features/{id}",
    summary: "Change a feature's name and description; its key stays",
    example: { ...byId, name: "Smart answers", description: "Suggests an answer." },
  }),
  operation({
    id: "listFeatureAccounts",
    verb: listFeatureAccounts,
    method: "get",
    path: "/features/{id}/accounts",
    summary: "List who has a feature and who has it not, and why: resellers, or customers",
    example: { ...byId, has: "no", limit: 25 },
  }),
  operation({
    id: "previewFeatureRelease",
    verb: previewRelease,
    method: "post",
    path: "/features/{id}/release/preview",
    summary: "See who would get a feature and who would lose it by another rule",
    example: tenth,
  }),
  operation({
    id: "releaseFeature",
    verb: releaseFeature,
    method: "post",
    path: "/features/{id}/release",
    summary: "Release a feature to those chosen, a tier, a share or everybody; a reseller to its customers",
    example: tenth,
  }),
  operation({
    id: "previewFeatureWithdrawal",
    verb: previewWithdrawal,
    method: "post",
    path: "/features/{id}/withdraw/preview",
    summary: "See who would lose a feature if it were withdrawn",
    example: byId,
  }),
  operation({
    id: "withdrawFeature",
    verb: withdrawFeature,
    method: "post",
    path: "/features/{id}/withdraw",
    summary: "Take a feature from everybody at once; its rule stays for the day it is released again",
    example: byId,
  }),
  operation({
    id: "chooseForFeature",
    verb: chooseForFeature,
    method: "post",
    path: "/features/{id}/choose",
    summary:
      "Give accounts a feature or take it from them whatever the rule says; null leaves them to the rule",
    example: { ...byId, accountIds: [exampleIds.soldTo], released: true },
  }),
  operation({
    id: "archiveFeature",
    verb: archiveFeature,
    method: "post",
    path: "/features/{id}/archive",
    summary: "Take a feature from everybody and out of the lists",
    example: byId,
  }),
  operation({
    id: "restoreFeature",
    verb: restoreFeature,
    method: "post",
    path: "/features/{id}/restore",
    summary: "Bring an archived feature back, withdrawn until it is released",
    example: { id: exampleIds.archivedFeature },
  }),
  operation({
    id: "listFeaturesOfAccount",
    verb: featuresOf,
    method: "get",
    path: "/accounts/{accountId}/features",
    summary: "List every feature as one reseller or customer has it or has it not, and why",
    example: { accountId: exampleIds.soldTo },
  }),
];
