import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";

/** Leads to the reseller's people. */
export function TeamCard({ to }: { to: string }) {
  const { t } = useWords("resellers");
  return (
    <Card title={t("team.title")}>
      <div className="pad row">
        <span className="help">{t("team.about")}</span>
        <ButtonLink to={to} className="sp">
          {t("team.open")}
        </ButtonLink>
      </div>
    </Card>
  );
}
