import "../../words/account.ts";
import type { listOwnInvoices } from "@tenantry/core/own-account/list-invoices";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export type OwnInvoice = Awaited<ReturnType<typeof listOwnInvoices>>["invoices"][number] & {
  overdue: boolean;
};

interface InvoicesCardProps {
  rows: OwnInvoice[];
  paging: PagingLinks;
  /** There are more pages than this one. */
  paged: boolean;
}

/** What a customer was invoiced, the newest first; what is open is paid by its link. */
export function InvoicesCard({ rows, paging, paged }: InvoicesCardProps) {
  const { t } = useWords("account");
  const format = useFormat();
  return (
    <Card title={t("invoices")}>
      {rows.length === 0 ? (
        <p className="pad help">{t("noInvoices")}</p>
      ) : (
        <CellsTable
          caption={t("invoices")}
          columns={[
            { head: t("column.invoice"), cell: (row) => <Code row={row} /> },
            { head: t("column.date"), cell: (row) => format.date(row.issuedAt), width: "w-116" },
            {
              head: t("column.amount"),
              cell: (row) => format.money(row.totalMinor, row.currency),
              right: true,
              width: "w-132",
            },
            { head: t("column.state"), cell: (row) => <State row={row} />, width: "w-132" },
            {
              head: t("column.pay"),
              cell: ({ payUrl }) =>
                payUrl && (
                  <ButtonLink to={payUrl} size="sm" reload>
                    {t("pay")}
                  </ButtonLink>
                ),
              width: "w-104",
            },
          ]}
          rows={rows}
          rowId={({ id }) => id}
        />
      )}
      {paged && (
        <div className="pad">
          <Paging {...paging} />
        </div>
      )}
    </Card>
  );
}

function Code({ row }: { row: OwnInvoice }) {
  return (
    <span translate="no">
      <span className="num">{row.code}</span>
      <br />
      <span className="muted small clip">{row.sellerName}</span>
    </span>
  );
}

const tones = {
  open: "warn",
  coming: "none",
  paid: "ok",
  void: "none",
  uncollectible: "none",
  credit: "none",
} as const;

function State({ row }: { row: OwnInvoice }) {
  const { t } = useWords("account");
  const format = useFormat();
  const isComing = row.state === "open" && row.comingSince !== null;
  const state = row.kind === "credit_note" ? "credit" : isComing ? "coming" : (row.state ?? "open");
  const tone: BadgeTone = row.overdue ? "danger" : tones[state];
  return (
    <>
      <Badge tone={tone}>{row.overdue ? t("overdue") : t(`state.${state}`)}</Badge>
      {state === "open" && (
        <>
          <br />
          <span className="muted small">{t("due", { date: format.date(row.dueAt) })}</span>
        </>
      )}
    </>
  );
}
