import "../../words/customers.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

interface ClaimCardProps {
  id: string;
  /** Instant. */
  until: string;
  over: boolean;
  mayExtend: boolean;
}

/** For how long no other reseller may add the company. */
export function ClaimCard({ id, until, over, mayExtend }: ClaimCardProps) {
  const { t } = useWords("customers");
  const format = useFormat();
  return (
    <Card title={t("claim.card")}>
      <div className="pad row">
        <div>
          <b className="strong">
            <time dateTime={until}>
              {t(over ? "claim.over" : "claim.until", { date: format.date(until) })}
            </time>
          </b>
          <p className="help">{t("claim.about")}</p>
        </div>
        {mayExtend && (
          <ButtonLink to={`/customers/${id}/claim`} size="sm" className="sp">
            {t("claim.extend")}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
