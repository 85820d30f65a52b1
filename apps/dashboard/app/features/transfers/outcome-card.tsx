import "../../words/transfers.ts";
import type { ReactNode } from "react";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { usePrice } from "../subscriptions/use-price.ts";
import type { Outcome } from "./types.ts";

/** What a move would do, before and after, or what stands in its way. */
export function OutcomeCard({ outcome, children }: { outcome: Outcome; children?: ReactNode }) {
  const { t } = useWords("transfers");
  const format = useFormat();
  const price = usePrice();
  const { block, day, subscriptions, openInvoices } = outcome;
  if (block) return <Note kind="warn">{t(`block.${block}`)}</Note>;
  return (
    <Card title={t("ask.what")}>
      <div className="pad">
        <Consequences
          lines={[
            day ? t("ask.onDay", { day: format.day(day) }) : t("ask.atOnce"),
            t("ask.invoices", { count: openInvoices }),
            t("ask.commission"),
            t("ask.people"),
          ]}
        />
      </div>
      {subscriptions.length === 0 ? (
        <p className="pad help">{t("ask.none")}</p>
      ) : (
        <CellsTable
          caption={t("ask.subscriptions")}
          columns={[
            {
              head: t("ask.plan"),
              cell: (row) => (
                <span className="clip" translate="no">
                  {row.planName}
                </span>
              ),
            },
            {
              head: t("ask.quantity"),
              cell: (row) => format.number(row.quantity),
              right: true,
              width: "w-84",
            },
            {
              head: t("ask.before"),
              cell: (row) => price(row.unitMinor, row.currency, row.interval, row.pricesIncludeTax),
              right: true,
            },
            {
              head: t("ask.after"),
              cell: (row) =>
                row.after === "goes_on" ? t("ask.goesOn") : t("ask.ends", { day: format.day(row.periodTo) }),
            },
          ]}
          rows={subscriptions}
          rowId={({ id }) => id}
        />
      )}
      {children}
    </Card>
  );
}
