import "../../words/commissions.ts";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { CommissionTotals } from "./types.ts";

interface SummaryCardsProps {
  totals: CommissionTotals;
  /** The lists behind the numbers. */
  to: { pending: string; payable: string; disputed: string };
}

/** What is earned and waits, and what can be paid out: a card for each currency. */
export function SummaryCards({ totals, to }: SummaryCardsProps) {
  const { t } = useWords("commissions");
  const format = useFormat();
  return totals.map(({ currency, pendingMinor, payableMinor, disputedMinor, nextAt }) => (
    <Card key={currency} title={t("summary.title", { currency })} className="gap-bottom">
      <dl className="trio num">
        <div>
          <dt>{t("summary.pending")}</dt>
          <dd className="v">
            <Link to={to.pending}>{format.money(pendingMinor, currency)}</Link>
          </dd>
        </div>
        <div>
          <dt>{t("summary.payable")}</dt>
          <dd className="v">
            <Link to={to.payable}>{format.money(payableMinor, currency)}</Link>
          </dd>
        </div>
        {disputedMinor !== 0 && (
          <div>
            <dt>{t("summary.disputed")}</dt>
            <dd className="v">
              <Link to={to.disputed}>{format.money(disputedMinor, currency)}</Link>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("summary.next")}</dt>
          <dd className="v">
            {nextAt ? <time dateTime={nextAt}>{format.date(nextAt)}</time> : t("summary.none")}
          </dd>
        </div>
      </dl>
    </Card>
  ));
}
