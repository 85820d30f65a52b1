import "../../words/distributors.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useCeilingWords } from "./ceiling-words.ts";
import type { DelegationFacts } from "./types.ts";

export type { DelegationFacts } from "./types.ts";

/** What somebody may do with resellers of its own, and how many it has. */
export function CeilingCard({ delegation, to }: { delegation: DelegationFacts["delegation"]; to?: string }) {
  const { t } = useWords("distributors");
  const inWords = useCeilingWords();
  const { resellers = 0, maximum = null } = delegation ?? {};
  const has = maximum === null ? t("room", { count: resellers }) : t("roomOf", { count: resellers, maximum });
  return (
    <Card title={t("ceiling.title")}>
      <div className="pad stack">
        <span>{delegation ? has : t("ceiling.none")}</span>
        {delegation && <span className="help">{inWords(delegation).join(" · ") || t("ceiling.sees")}</span>}
        {to && (
          <span>
            <ButtonLink to={to} size="sm">
              {t(delegation ? "ceiling.change" : "ceiling.allow")}
            </ButtonLink>
          </span>
        )}
      </div>
    </Card>
  );
}

/** The same on a reseller's page, which leads on to those beneath it. */
export function BeneathCard({
  id,
  delegation,
  mayChange,
}: DelegationFacts & { id: string; mayChange: boolean }) {
  return <CeilingCard delegation={delegation} to={mayChange ? `/resellers/${id}/beneath` : undefined} />;
}
