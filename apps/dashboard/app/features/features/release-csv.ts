import "../../words/features.ts";
import { previewRelease } from "@tenantry/core/features/preview-release";
import { readFeature } from "@tenantry/core/features/read";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/release-csv";
import { readRelease, readTouched, ruleIn } from "./release-address.server.ts";

const columns = ["account", "code", "type"] as const;

/** Those a release would give the feature to, or take it from, by the address's question, all pages. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "feature.preview-release");
  const { searchParams } = new URL(request.url);
  const rule = ruleIn(readRelease(searchParams, await load(readFeature(ctx, { id: params.id }))));
  const touched = readTouched(searchParams, params.id);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`features:column.${column}`));
  return csvFile(`feature-${touched.show}`, head, async (cursor) => {
    const { accounts, next } = await load(previewRelease(ctx, { ...touched, ...rule, cursor, limit: 100 }));
    const rows = accounts.map(({ name, code, type }) => [name, code, type && t(`resellers:type.${type}`)]);
    return { rows, next };
  });
}
