import "../../words/customer-imports.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { CustomerRowFacts } from "./types.ts";

/** What a row comes to: whose customer, what runs until when, and its first invoice. */
export function RowAbout({ row: { outcome } }: { row: CustomerRowFacts }) {
  const { t } = useWords("customer-imports");
  const format = useFormat();
  if (!outcome) return null;
  const { subscription: sold } = outcome;
  const runs = sold && {
    plan: sold.planName,
    quantity: sold.quantity,
    day: format.day(sold.period.to),
  };
  const way = sold?.cancelled ? "ends" : sold?.trial ? "trial" : "runs";
  const amount = sold?.first && format.money(sold.first.totalMinor, sold.currency);
  return (
    <p className="small">
      {[
        outcome.sellerName && t("row.of", { name: outcome.sellerName }),
        outcome.customerId && t("row.adds"),
        runs && t(`row.${way}`, runs),
        amount && t("row.first", { amount }),
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}
