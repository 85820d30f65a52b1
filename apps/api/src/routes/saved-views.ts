import { createSavedView } from "@tenantry/core/saved-views/create";
import { listSavedViews } from "@tenantry/core/saved-views/list";
import { removeSavedView } from "@tenantry/core/saved-views/remove";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

export const savedViewRoutes = [
  operation({
    id: "listSavedViews",
    verb: listSavedViews,
    method: "get",
    path: "/saved-views",
    summary: "List your saved views of a list, and those your colleagues share",
    example: { list: "resellers" },
  }),
  operation({
    id: "createSavedView",
    verb: createSavedView,
    method: "post",
    path: "/saved-views",
    summary: "Keep a list's search, filters and order under a name",
    example: { list: "resellers", name: "Locked in Sweden", question: "status=inactive&country=SE" },
    status: 201,
  }),
  operation({
    id: "removeSavedView",
    verb: removeSavedView,
    method: "delete",
    path: "/saved-views/{id}",
    summary: "Remove a saved view of your own",
    example: { id: exampleIds.savedView },
    status: 204,
  }),
];
