import "../../words/payouts.ts";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Payout } from "./types.ts";

interface ConversionCardProps {
  /** What was earned. */
  currency: string;
  amountMinor: number;
  paid: NonNullable<Payout["paid"]>;
}

/** How what was earned became what is sent, line by line: what it was worth, and what the rates have done since. */
export function ConversionCard({ currency, amountMinor, paid }: ConversionCardProps) {
  const { t } = useWords("payouts");
  const format = useFormat();
  const sent = (minor: number) => format.money(minor, paid.currency);
  const lines = [
    [t("conversion.earned"), format.money(amountMinor, currency)],
    [t("conversion.worth"), sent(paid.worthMinor)],
    [t("conversion.difference"), sent(paid.differenceMinor)],
    [t("conversion.paid"), <b key="paid">{sent(paid.amountMinor)}</b>],
  ] as const;
  return (
    <Card title={t("conversion.title")}>
      <dl className="list num">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd translate="no">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="foot small muted wrap-any" translate="no">
        {t("conversion.rate", { from: currency, to: paid.currency, rate: paid.rate, source: paid.source })}
      </p>
    </Card>
  );
}
