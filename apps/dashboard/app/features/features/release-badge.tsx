import "../../words/features.ts";
import { Badge } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { FeatureRow } from "./types.ts";

/** Whom a feature is released to, in a word. */
export function ReleaseBadge({
  feature,
}: {
  feature: Pick<FeatureRow, "archivedAt" | "withdrawnAt" | "rule">;
}) {
  const { t } = useWords("features");
  const { archivedAt, withdrawnAt, rule } = feature;
  if (archivedAt) return <Badge tone="none">{t("state.archived")}</Badge>;
  if (withdrawnAt) return <Badge tone="danger">{t("state.withdrawn")}</Badge>;
  const tone = rule.reach === "everyone" ? "ok" : rule.reach === "chosen" ? "none" : "warn";
  return <Badge tone={tone}>{t(`reach.${rule.reach}`, { percent: rule.percent })}</Badge>;
}
