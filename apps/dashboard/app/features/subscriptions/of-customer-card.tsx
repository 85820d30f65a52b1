import "../../words/subscriptions.ts";
import { Plus } from "lucide-react";
import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { Coming } from "./coming.tsx";
import { StateBadge } from "./state-badge.tsx";
import type { Shown } from "./types.ts";
import { usePrice } from "./use-price.ts";

interface SubscriptionsOfCustomerProps {
  customerId: string;
  rows: Shown[];
  /** There are more than are shown. */
  more: boolean;
  /** Something can be sold to it by whoever looks. */
  maySell: boolean;
}

/** Subscriptions and trial licences of a customer, the newest first (D-22). */
export function SubscriptionsOfCustomer({ customerId, rows, more, maySell }: SubscriptionsOfCustomerProps) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const price = usePrice();
  const add = maySell && (
    <ButtonLink to={`/customers/${customerId}/sell`} size="sm" icon={Plus}>
      {t("card.add")}
    </ButtonLink>
  );
  return (
    <Card title={t("title")} end={add}>
      {rows.length === 0 ? (
        <p className="pad help">{t("card.empty")}</p>
      ) : (
        <CellsTable
          caption={t("title")}
          columns={[
            {
              head: t("column.plan"),
              cell: (row) => (
                <Link className="clip" to={`/subscriptions/${row.id}`} translate="no">
                  {row.plan.name}
                </Link>
              ),
            },
            {
              head: t("column.quantity"),
              cell: (row) => format.number(row.quantity),
              right: true,
              width: "w-84",
            },
            {
              head: t("column.price"),
              cell: (row) => price(row.unitMinor, row.currency, row.interval, row.pricesIncludeTax),
              right: true,
            },
            { head: t("column.period"), cell: (row) => <Coming row={row} />, width: "w-168" },
            {
              head: t("column.state"),
              cell: (row) => <StateBadge state={row.state} pastDue={row.pastDue} />,
              width: "w-104",
            },
          ]}
          rows={rows}
          rowId={({ id }) => id}
        />
      )}
      {more && <p className="pad help">{t("card.all", { count: rows.length })}</p>}
    </Card>
  );
}
