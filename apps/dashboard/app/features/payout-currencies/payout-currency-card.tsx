import "../../words/payouts.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface PayoutCurrencyCardProps {
  /** Null = in each that is earned. */
  currency: string | null;
  /** The dialog that changes it; undefined = this person may not. */
  changeTo?: string;
}

/** In which currency a reseller is paid. */
export function PayoutCurrencyCard({ currency, changeTo }: PayoutCurrencyCardProps) {
  const { t } = useWords("payouts");
  return (
    <Card title={t("paidIn.title")}>
      <div className="pad row">
        <div>
          <b className="strong" translate={currency ? "no" : undefined}>
            {currency ?? t("paidIn.each")}
          </b>
          <p className="help">{t(currency ? "paidIn.about" : "paidIn.eachAbout")}</p>
        </div>
        {changeTo && (
          <ButtonLink to={changeTo} size="sm" className="sp">
            {t("paidIn.change")}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
