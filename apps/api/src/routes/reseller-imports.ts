import { checkResellerImport } from "@tenantry/core/reseller-imports/check";
import { createResellerImport } from "@tenantry/core/reseller-imports/create";
import { listResellerImports } from "@tenantry/core/reseller-imports/list";
import { listResellerImportRows } from "@tenantry/core/reseller-imports/list-rows";
import { readResellerImport } from "@tenantry/core/reseller-imports/read";
import { removeResellerImport } from "@tenantry/core/reseller-imports/remove";
import { startResellerImport } from "@tenantry/core/reseller-imports/start";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

const example = { id: exampleIds.resellerImport };

export const resellerImportRoutes = [
  operation({
    id: "listResellerImports",
    verb: listResellerImports,
    method: "get",
    path: "/reseller-imports",
    summary: "List the files of resellers taken in within the last 30 days, the newest 100",
    example: {},
  }),
  operation({
    id: "createResellerImport",
    verb: createResellerImport,
    method: "post",
    path: "/reseller-imports",
    summary: "Take in a CSV file of resellers; creates none yet",
    example: { fileName: "partners.csv", csv: "name,email\nAcme,owner@acme.example" },
    status: 201,
    bodyLimit: 2 * 1024 * 1024,
  }),
  operation({
    id: "readResellerImport",
    verb: readResellerImport,
    method: "get",
    path: "/reseller-imports/{id}",
    summary: "Read a file's columns and how far its rows are",
    example,
  }),
  operation({
    id: "listResellerImportRows",
    verb: listResellerImportRows,
    method: "get",
    path: "/reseller-imports/{id}/rows",
    summary: "List a file's rows with what is wrong with each: filter by how far they are, page",
    example: { ...example, state: "waiting", limit: 25 },
  }),
  operation({
    id: "checkResellerImport",
    verb: checkResellerImport,
    method: "post",
    path: "/reseller-imports/{id}/check",
    summary: "Say which column is which field and have every row tried; creates none yet",
    example: { ...example, columns: { name: 0, email: 1 }, defaults: { type: "commission", country: "NL" } },
  }),
  operation({
    id: "startResellerImport",
    verb: startResellerImport,
    method: "post",
    path: "/reseller-imports/{id}/start",
    summary: "Create a reseller for every row that was found ready; the worker carries it out",
    example: { id: exampleIds.checkedImport },
  }),
  operation({
    id: "removeResellerImport",
    verb: removeResellerImport,
    method: "delete",
    path: "/reseller-imports/{id}",
    summary: "Remove a file of resellers; those created from it stay",
    example,
    status: 204,
  }),
];
