import type { ImportField } from "@tenantry/core/customer-imports/schemas";
import { importFields } from "@tenantry/core/customer-imports/schemas";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import type { Route } from "./+types/template-csv";

const example: Record<ImportField, string> = {
  name: "Northwind Dental",
  partner: "",
  email: "office@northwind.example",
  externalId: "",
  type: "customer",
  active: "yes",
  rate: "",
  country: "NL",
  address: "",
  taxId: "",
  plan: "Team",
  currency: "EUR",
  interval: "month",
  quantity: "5",
  startsOn: "2025-01-31",
  nextInvoiceOn: "",
  trialUntil: "",
  cancelled: "no",
};

/** A file with every column and one row to write over. A reseller's customers are its own. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "customer-import.create");
  const fields = importFields.filter((field) => tenant.kind === "agency" || field !== "partner");
  return csvFile("customers", fields, async () => ({
    rows: [fields.map((field) => example[field])],
    next: null,
  }));
}
