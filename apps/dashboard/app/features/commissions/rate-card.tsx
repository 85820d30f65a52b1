import "../../words/commissions.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface RateCardProps {
  subject: "reseller" | "plan";
  /** Null where none is set. */
  rateBps: number | null;
  /** The dialog that changes it; undefined = this person may not. */
  changeTo?: string;
}

/** The commission rate of a reseller or a plan as it is now. */
export function RateCard({ subject, rateBps, changeTo }: RateCardProps) {
  const { t } = useWords("commissions");
  const format = useFormat();
  return (
    <Card title={t("rate.title")}>
      <div className="pad row">
        <div>
          <b className="strong num">{rateBps === null ? t("rate.none") : format.rate(rateBps)}</b>
          <p className="help">{t(`rate.about.${subject}`)}</p>
        </div>
        {changeTo && (
          <ButtonLink to={changeTo} size="sm" className="sp">
            {t(rateBps === null ? "rate.set" : "rate.change")}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
