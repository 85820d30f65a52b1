import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type Column, type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { MailBadge } from "../resellers/mail-state.tsx";
import type { MailRow } from "./types.ts";

export interface OutboxProps {
  mails: MailRow[];
  paging: PagingLinks;
}

export function Outbox({ mails, paging }: OutboxProps) {
  const { t } = useTranslation("operator");
  const { columns, looks } = useMailColumns();
  return (
    <>
      <PageHeader title={t("outbox.title")} />
      <main className="body" id="main">
        {mails.length > 0 ? (
          <>
            <p className="help gap-bottom">{t("outbox.about")}</p>
            <DataTable
              columns={columns}
              looks={looks}
              rows={mails}
              rowId={(row) => row.id}
              caption={t("outbox.caption")}
            />
            <Paging {...paging} />
          </>
        ) : (
          <Empty kind="nothing-yet" title={t("outbox.empty.title")} about={t("outbox.empty.about")} />
        )}
      </main>
    </>
  );
}

const order = ["subject", "to", "from", "made", "state"] as const;

function useMailColumns() {
  const { t } = useTranslation("operator");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: MailRow) => React.ReactNode> = {
      subject: (row) => (
        <span className="who2" translate="no">
          <Link className="clip" to={`/outbox/${row.id}`} title={row.subject}>
            {row.subject}
          </Link>
        </span>
      ),
      to: (row) => <Address value={row.to} />,
      from: (row) => <Address value={row.from} />,
      made: (row) => <time dateTime={row.createdAt}>{format.moment(row.createdAt)}</time>,
      state: (row) => <MailBadge state={row.state} />,
    };
    return order.map(
      (id): Column<MailRow> => ({
        id,
        header: () => t(`outbox.column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    subject: { rowHead: true },
    to: { width: "w-200", label: t("outbox.column.to") },
    from: { width: "w-200", label: t("outbox.column.from"), className: "md" },
    made: { width: "w-200", label: t("outbox.column.made"), className: "num" },
    state: { width: "w-168", label: t("outbox.column.state") },
  };
  return { columns, looks };
}

function Address({ value }: { value: string }) {
  return (
    <span className="clip" translate="no" title={value}>
      {value}
    </span>
  );
}
