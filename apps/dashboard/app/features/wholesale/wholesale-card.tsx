import "../../words/subscriptions.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Interval } from "../subscriptions/types.ts";
import { usePrice } from "../subscriptions/use-price.ts";

interface Charged {
  id: string;
  currency: string;
  interval: Interval;
  unitMinor: number;
  /** Days; the next period begins on `to`. */
  period: { to: string };
  /** What the next period costs; null where there is none. */
  nextMinor: number | null;
  /** The agency has ended it. */
  cancelled: boolean;
}

export interface WholesaleCardProps {
  /** By what it is charged; null = not at all. */
  subscription: Charged | null;
  /** The tax that the agency charges at home is in its prices. */
  pricesIncludeTax: boolean;
  /** Its plan has a price. */
  priced: boolean;
  /** Where charging begins; undefined = this person may not. */
  startTo?: string;
  invoicesTo: string;
}

/** What a reseller pays its agency for the plan it is on. */
export function WholesaleCard(props: WholesaleCardProps) {
  const { t } = useWords("subscriptions");
  const price = usePrice();
  const { subscription, pricesIncludeTax, priced, startTo, invoicesTo } = props;
  return (
    <Card title={t("wholesale.card")}>
      <div className="pad row">
        <div>
          <b className="strong num">
            {subscription
              ? price(subscription.unitMinor, subscription.currency, subscription.interval, pricesIncludeTax)
              : t("wholesale.none")}
          </b>
          <p className="help">
            {subscription ? (
              <Next {...subscription} />
            ) : (
              t(priced ? "wholesale.noneAbout" : "wholesale.noPrice")
            )}
          </p>
        </div>
        <span className="row sp">
          {subscription ? (
            <>
              <ButtonLink to={invoicesTo} size="sm">
                {t("wholesale.invoices")}
              </ButtonLink>
              <ButtonLink to={`/subscriptions/${subscription.id}`} size="sm">
                {t("wholesale.open")}
              </ButtonLink>
            </>
          ) : (
            startTo &&
            priced && (
              <ButtonLink to={startTo} size="sm">
                {t("wholesale.start")}
              </ButtonLink>
            )
          )}
        </span>
      </div>
    </Card>
  );
}

/** What comes, in a sentence. */
function Next({ period, nextMinor, currency, cancelled }: Charged) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const date = format.day(period.to);
  if (nextMinor === null) return t(cancelled ? "wholesale.ends" : "wholesale.endsUnpriced", { date });
  return t("wholesale.every", { date, amount: format.money(nextMinor, currency) });
}
