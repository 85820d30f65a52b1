import "../../words/features.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";

/** Names the features a reseller has, and leads to all of them. */
export function FeaturesCard({ names, to }: { names: string[]; to: string }) {
  const { t } = useWords("features");
  return (
    <Card title={t("ofReseller.card")}>
      <div className="pad row">
        <span className="help">
          {names.length === 0 ? t("ofReseller.none") : <span translate="no">{names.join(", ")}</span>}
        </span>
        <ButtonLink to={to} className="sp">
          {t("ofReseller.open")}
        </ButtonLink>
      </div>
    </Card>
  );
}
