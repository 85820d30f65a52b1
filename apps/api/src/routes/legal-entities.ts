import { previewPrices } from "@tenantry/core/legal-entities/preview-prices";
import { readLegalEntity } from "@tenantry/core/legal-entities/read";
import { updateLegalEntity } from "@tenantry/core/legal-entities/update";
import { operation } from "./operation.ts";

export const legalEntityRoutes = [
  operation({
    id: "readLegalEntity",
    verb: readLegalEntity,
    method: "get",
    path: "/legal-entity",
    summary: "Read who this account is on its invoices, and the tax it charges at home",
    example: {},
  }),
  operation({
    id: "previewPrices",
    verb: previewPrices,
    method: "post",
    path: "/legal-entity/preview-prices",
    summary: "Look at what saying whether prices include tax would do to what already runs",
    example: { pricesIncludeTax: true },
  }),
  operation({
    id: "updateLegalEntity",
    verb: updateLegalEntity,
    method: "post",
    path: "/legal-entity",
    summary: "Say who this account is on the invoices it issues from now on",
    example: {
      name: "Brightline Media GmbH",
      address: "Torstraße 41, 10119 Berlin",
      country: "DE",
      taxId: "DE318402776",
      taxBps: 1_900,
    },
  }),
];
