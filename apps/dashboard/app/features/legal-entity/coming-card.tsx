import "../../words/legal-entity.ts";
import type { previewPrices } from "@tenantry/core/legal-entities/preview-prices";
import { useEffect, useRef } from "react";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export type NextInvoices = Awaited<ReturnType<typeof previewPrices>>;

interface ComingCardProps {
  coming: NextInvoices;
  /** What was chosen. */
  prices?: string;
}

/** What another meaning of prices does to what already runs; saving the form that holds it is the confirmation. */
export function ComingCard({ coming, prices }: ComingCardProps) {
  const { t } = useWords("legal-entity");
  const format = useFormat();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const { subscriptions, currencies } = coming;
  const sentences = [
    t("coming.count", { count: subscriptions }),
    t(prices === "gross" ? "coming.gross" : "coming.net"),
    t("coming.issued"),
    t("coming.abroad"),
    t("coming.confirm"),
  ];
  type Row = NextInvoices["currencies"][number];
  const money = (head: string, of: (row: Row) => number) => ({
    ...{ head, right: true },
    cell: (row: Row) => <span translate="no">{format.money(of(row), row.currency)}</span>,
  });
  return (
    <div ref={top} tabIndex={-1} role="alert" className="gap-bottom">
      <Card title={t("coming.title")}>
        <div className="pad">
          <Consequences lines={sentences} />
        </div>
        {currencies.length > 0 && (
          <CellsTable
            caption={t("coming.sums")}
            columns={[
              {
                head: t("coming.currency"),
                cell: ({ currency }) => <span translate="no">{currency}</span>,
              },
              money(t("coming.now"), ({ before }) => before.totalMinor),
              money(t("coming.then"), ({ after }) => after.totalMinor),
              money(t("coming.netNow"), ({ before }) => before.netMinor),
              money(t("coming.netThen"), ({ after }) => after.netMinor),
            ]}
            rows={currencies}
            rowId={({ currency }) => currency}
          />
        )}
      </Card>
      <input type="hidden" name="seen" value={`${prices} ${subscriptions}`} />
    </div>
  );
}
