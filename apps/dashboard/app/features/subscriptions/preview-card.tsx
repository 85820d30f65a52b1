import "../../words/subscriptions.ts";
import type { ReactNode } from "react";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { lastBefore } from "../invoices/days.ts";
import type { Preview } from "./types.ts";
import { usePrice } from "./use-price.ts";

/** What a sale or change will do, line by line: the numbers are those that will be invoiced. */
export function PreviewCard({ preview }: { preview: Preview }) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const price = usePrice();
  const { due, period, trial, counts, currency, interval, periodMinor, pricesIncludeTax } = preview;
  const each = price(periodMinor, currency, interval, pricesIncludeTax);
  return (
    <Card title={t("preview.title")}>
      <dl className="list num">
        {due ? (
          <Due due={due} currency={currency}>
            {t(pricesIncludeTax ? "preview.periodNet" : "preview.period", {
              period: format.range(period.from, lastBefore(period.to)),
            })}
          </Due>
        ) : (
          <div>
            <dt>{t("preview.now")}</dt>
            <dd>
              {counts === "next_period"
                ? t("preview.waits", { date: format.day(period.from) })
                : trial
                  ? t("preview.trial", { date: format.day(period.to), amount: each })
                  : t("preview.nothing")}
            </dd>
          </div>
        )}
        <div>
          <dt>{t("preview.each")}</dt>
          <dd>{each}</dd>
        </div>
      </dl>
    </Card>
  );
}

interface DueProps {
  due: NonNullable<Preview["due"]>;
  currency: string;
  /** What it is for. */
  children: ReactNode;
}

function Due({ due, currency, children }: DueProps) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const { netMinor, taxMinor, taxBps, taxReason, totalMinor, earning } = due;
  const why = taxReason === "standard" ? "" : ` (${t(`preview.taxReason.${taxReason}`)})`;
  const told =
    earning.reason === "rate" && earning.source
      ? t("preview.reason.rate", {
          amount: format.money(earning.amountMinor, currency),
          rate: format.rate(earning.rateBps ?? 0),
          source: t(`preview.source.${earning.source}`),
        })
      : t(`preview.reason.${earning.reason === "rate" ? "no_rate" : earning.reason}`);
  return (
    <>
      <div>
        <dt>{children}</dt>
        <dd>{format.money(netMinor, currency)}</dd>
      </div>
      <div>
        <dt>
          {t("preview.tax", { rate: format.rate(taxBps) })}
          {why}
        </dt>
        <dd>{format.money(taxMinor, currency)}</dd>
      </div>
      <div>
        <dt>
          <b>{t("preview.now")}</b>
        </dt>
        <dd>
          <b>{format.money(totalMinor, currency)}</b>
        </dd>
      </div>
      <div>
        <dt>{t("preview.earning")}</dt>
        <dd>{told}</dd>
      </div>
    </>
  );
}
