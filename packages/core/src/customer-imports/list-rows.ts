import type { CustomerRowOutcome } from "@tenantry/db/schema";
import { pageOfRows } from "../imports/list-rows.ts";
import { rowsInput } from "../imports/schemas.ts";
import { customerShelf } from "../imports/shelf.ts";
import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { fieldsFor } from "./fields.ts";
import { importRowPage } from "./schemas.ts";

/** The rows of a file in its order, filtered by how far they are, each with what it comes to and what is wrong with it. */
export const listCustomerImportRows = query("customer-import.rows", {
  input: rowsInput,
  output: importRowPage,
  object: ({ id }) => ({ table: "customerImports", id }),
  run: async (run, input) => {
    fieldsFor(run);
    const { rows, ...ends } = await pageOfRows(run, customerShelf, "customer-import.rows", input);
    return {
      rows: rows.map(({ madeId, madeName, outcome, ...row }) => ({
        ...row,
        customerId: madeId,
        customerName: madeName,
        outcome: outcome && shownOutcome(outcome),
      })),
      ...ends,
    };
  },
});

function shownOutcome({ customerId, sellerName, subscription }: CustomerRowOutcome) {
  const shown = (minor: string) => asJson(BigInt(minor));
  const first = subscription?.first;
  return {
    ...{ customerId, sellerName },
    subscription: subscription && {
      ...subscription,
      first: first
        ? {
            on: first.on,
            netMinor: shown(first.netMinor),
            taxMinor: shown(first.taxMinor),
            totalMinor: shown(first.totalMinor),
          }
        : null,
    },
  };
}
