import { readBrand } from "@tenantry/core/branding/read";
import { updateBrand } from "@tenantry/core/branding/update";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";

export const brandRoutes = [
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
];
