import "../../words/features.ts";
import { listFeatures } from "@tenantry/core/features/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/csv";
import { readFeaturesAddress } from "./list-address.server.ts";

const columns = ["name", "key", "release", "description", "created"] as const;

/** The features of the address's search and filter, all pages. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "feature.list");
  const { question } = readFeaturesAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`features:column.${column}`));
  return csvFile("features", head, async (cursor) => {
    const { features, next } = await load(listFeatures(ctx, { ...question, cursor, limit: 100 }));
    const rows = features.map(({ name, key, rule, description, createdAt, archivedAt, withdrawnAt }) => [
      ...[name, key],
      archivedAt
        ? t("features:state.archived")
        : withdrawnAt
          ? t("features:state.withdrawn")
          : t(`features:reach.${rule.reach}`, { percent: rule.percent }),
      ...[description, createdAt],
    ]);
    return { rows, next };
  });
}
