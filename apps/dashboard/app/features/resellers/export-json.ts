import { exportParts } from "@tenantry/core/resellers/erasure-schemas";
import { exportReseller } from "@tenantry/core/resellers/export";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/export-json";

/**
 * A deleted reseller's data as one JSON file, part by part. Each page is read when the one before has gone out, so that
 * its length costs no memory; the first is read before anything is answered, so that a refusal is a page of its own.
 */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller.export");
  const { id } = params;
  const read = (part: (typeof exportParts)[number], cursor?: string) =>
    load(exportReseller(ctx, { id, part, cursor }));
  const first = await read(exportParts[0]);
  async function* text() {
    yield "{";
    for (const [place, part] of exportParts.entries()) {
      yield `${place > 0 ? ",\n" : ""}${JSON.stringify(part)}:[`;
      let page = place === 0 ? first : await read(part);
      let comma = "";
      for (;;) {
        for (const row of page.rows) {
          yield `${comma}\n${JSON.stringify(row)}`;
          comma = ",";
        }
        if (!page.next) break;
        page = await read(part, page.next);
      }
      yield "]";
    }
    yield "}\n";
  }
  const pieces = text();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (out) => {
      const { done, value } = await pieces.next();
      if (done) out.close();
      else out.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="reseller-${id}.json"`,
    },
  });
}
