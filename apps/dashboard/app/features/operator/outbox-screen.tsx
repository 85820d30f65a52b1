import "../../words/operator.ts";
import { useMemo } from "react";
import { Link, useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type Column, type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { MailBadge } from "../resellers/mail-state.tsx";
import { isNarrowed, ListToolbar, type ListView } from "./list-toolbar.tsx";
import type { MailRow } from "./types.ts";

export interface OutboxProps {
  mails: MailRow[];
  view: ListView;
  /** Where a click on "Made" leads, and how the list is ordered now. */
  made: ColumnLook["sort"];
  /** What "sent" is here: without a mail service it went no further than the outbox. */
  sentIs: "sent" | "outbox";
  paging: PagingLinks;
}

export function Outbox({ mails, view, made, sentIs, paging }: OutboxProps) {
  const { t } = useWords(["operator", "resellers"]);
  const { columns, looks } = useMailColumns(made);
  const { state, location } = useNavigation();
  const narrowed = isNarrowed(view);
  const stateWords = (value: string) =>
    t(`resellers:mail.${value === "sent" ? sentIs : (value as MailRow["state"])}`);
  return (
    <>
      <PageHeader title={t("outbox.title")} />
      <main className="body" id="main">
        {(mails.length > 0 || narrowed) && (
          <>
            <p className="help gap-bottom">{t("outbox.about")}</p>
            <ListToolbar
              view={view}
              search={{ label: t("outbox.search"), placeholder: t("outbox.searchHint") }}
              filter={{ label: t("outbox.column.state"), words: stateWords }}
            />
          </>
        )}
        {mails.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={mails}
              rowId={(row) => row.id}
              caption={t("outbox.caption")}
              busy={state === "loading" && location.pathname === view.clearTo}
            />
            <Paging {...paging} />
          </>
        ) : narrowed ? (
          <Empty
            kind="no-match"
            title={t("outbox.noMatch.title")}
            about={t("outbox.noMatch.about")}
            action={<ButtonLink to={view.clearTo}>{t("list.clear")}</ButtonLink>}
          />
        ) : (
          <Empty kind="nothing-yet" title={t("outbox.empty.title")} about={t("outbox.empty.about")} />
        )}
      </main>
    </>
  );
}

const order = ["subject", "to", "from", "made", "state"] as const;

function useMailColumns(made: ColumnLook["sort"]) {
  const { t } = useWords("operator");
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
    made: { width: "w-200", label: t("outbox.column.made"), className: "num", sort: made },
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
