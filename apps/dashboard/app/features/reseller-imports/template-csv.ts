import { importFields } from "@tenantry/core/reseller-imports/schemas";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import type { Route } from "./+types/template-csv";

const example: Record<(typeof importFields)[number], string> = {
  name: "Northwind Chat",
  email: "owner@northwind.example",
  loginDomain: "northwind",
  type: "own_plans",
  phone: "+31 20 794 0182",
  website: "https://northwind.example",
  country: "NL",
  language: "en",
  contactName: "Nora Winter",
  contactEmail: "nora@northwind.example",
  contactPhone: "+31 20 794 0183",
  plan: "",
  externalId: "",
};

/** A file with every column and one row to write over. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller-import.create");
  const rows = [importFields.map((field) => example[field])];
  return csvFile("resellers", [...importFields], async () => ({ rows, next: null }));
}
