import { readBankFile } from "@tenantry/core/payouts/read-bank-file";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/bank-file-xml";

/** The file of credit transfers whose number stands in the address. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "payout.read-bank-file");
  const number = new URL(request.url).searchParams.get("number") ?? "";
  const { xml } = await load(readBankFile(ctx, { number }));
  return new Response(xml, {
    headers: {
      "content-type": "application/xml; charset=utf-8",
      "content-disposition": `attachment; filename="${number}.xml"`,
    },
  });
}
