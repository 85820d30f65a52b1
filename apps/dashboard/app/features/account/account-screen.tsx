import "../../words/account.ts";
import "../../words/subscriptions.ts";
import "../../words/transfers.ts";
import type { readOwnAccount } from "@tenantry/core/own-account/read";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import type { PagingLinks } from "../../ui/paging.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { StateBadge } from "../subscriptions/state-badge.tsx";
import { usePrice } from "../subscriptions/use-price.ts";
import { InvoicesCard, type OwnInvoice } from "./invoices-card.tsx";

type Account = Awaited<ReturnType<typeof readOwnAccount>>;

interface OwnAccountProps {
  account: Account;
  /** A move to another seller that is asked for; undefined where none is, or it is not this person's to answer. */
  moveTo?: string;
  /** Undefined for who does not see what is owed. */
  invoices?: { rows: OwnInvoice[]; paging: PagingLinks; paged: boolean };
}

export function OwnAccount({ account, moveTo, invoices }: OwnAccountProps) {
  const { t } = useWords(["account", "transfers"]);
  return (
    <>
      <PageHeader title={account.name} titleIsData crumbs={[{ words: t("title") }]} />
      <main className="body fit" id="main">
        {moveTo && (
          <Note kind="warn">
            {t("transfers:account.about", { name: account.name })}{" "}
            <Link className="link" to={moveTo}>
              {t("transfers:account.open")}
            </Link>
          </Note>
        )}
        <div className="cols">
          <div className="stack">
            <SubscriptionsCard rows={account.subscriptions} />
            {invoices && <InvoicesCard {...invoices} />}
          </div>
          <FactsCard account={account} />
        </div>
      </main>
    </>
  );
}

function SubscriptionsCard({ rows }: { rows: Account["subscriptions"] }) {
  const { t } = useWords("account");
  const format = useFormat();
  const price = usePrice();
  return (
    <Card title={t("subscriptions")}>
      {rows.length === 0 ? (
        <p className="pad help">{t("noSubscriptions")}</p>
      ) : (
        <CellsTable
          caption={t("subscriptions")}
          columns={[
            {
              head: t("column.plan"),
              cell: (row) => (
                <span className="clip" translate="no">
                  {row.planName}
                </span>
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
            {
              head: t("column.until"),
              cell: ({ state, cancelled, periodTo }) =>
                state === "ended"
                  ? null
                  : t(cancelled || state === "trial" ? "ends" : "renews", { date: format.day(periodTo) }),
              width: "w-168",
            },
            { head: t("column.state"), cell: (row) => <StateBadge state={row.state} />, width: "w-104" },
          ]}
          rows={rows}
          rowId={({ id }) => id}
        />
      )}
    </Card>
  );
}

const facts = ["code", "email", "country"] as const;

function FactsCard({ account }: { account: Account }) {
  const { t } = useWords("account");
  return (
    <Card title={t("facts")}>
      <dl className="list">
        {facts.map((key) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            {account[key] ? (
              <dd className="wrap-any" translate="no">
                {account[key]}
              </dd>
            ) : (
              <dd className="muted">{t("empty")}</dd>
            )}
          </div>
        ))}
      </dl>
    </Card>
  );
}
