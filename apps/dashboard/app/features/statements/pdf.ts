import { drawStatement } from "@tenantry/core/statements/draw";
import { printStatement } from "@tenantry/core/statements/print";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { pdfFile } from "../../request/pdf-file.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/pdf";
import { readStatementAddress } from "./address.server.ts";

/** One reseller's statement of a month as a file. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "statement.print");
  const { month } = readStatementAddress(request);
  const printed = await load(printStatement(ctx, { resellerId: params.id, month }));
  return pdfFile(`statement-${printed.month}`, await drawStatement(printed));
}
