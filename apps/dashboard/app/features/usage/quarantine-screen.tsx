import { useMemo } from "react";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type Column, type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { isNarrowed, ListToolbar, type ListView } from "../operator/list-toolbar.tsx";
import { useMeterName } from "./meter-name.ts";
import type { QuarantinedEvent, QuarantineReason } from "./types.ts";

export interface QuarantineProps {
  events: QuarantinedEvent[];
  view: ListView;
  received: ColumnLook["sort"];
  paging: PagingLinks;
}

export function Quarantine({ events, view, received, paging }: QuarantineProps) {
  const { t } = useWords(["usage", "common"]);
  const { columns, looks } = useQuarantineColumns(received);
  const { state, location } = useNavigation();
  const narrowed = isNarrowed(view);
  return (
    <>
      <PageHeader title={t("quarantine.title")} crumbs={[{ words: t("common:nav.usage") }]} />
      <main className="body" id="main">
        <p className="help gap-bottom">{t("quarantine.about")}</p>
        {(events.length > 0 || narrowed) && (
          <ListToolbar
            view={view}
            search={{ label: t("quarantine.search"), placeholder: t("quarantine.searchHint") }}
            filter={{
              label: t("quarantine.column.reason"),
              words: (value) => t(`quarantine.reason.${value as QuarantineReason}`),
            }}
          />
        )}
        {events.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={events}
              rowId={(row) => row.id}
              caption={t("quarantine.title")}
              busy={state === "loading" && location.pathname === view.clearTo}
            />
            <Paging {...paging} />
          </>
        ) : narrowed ? (
          <Empty
            kind="no-match"
            title={t("quarantine.noMatch.title")}
            about={t("quarantine.noMatch.about")}
            action={<ButtonLink to={view.clearTo}>{t("quarantine.noMatch.clear")}</ButtonLink>}
          />
        ) : (
          <Empty kind="nothing-yet" title={t("quarantine.empty.title")} about={t("quarantine.empty.about")} />
        )}
      </main>
    </>
  );
}

const order = ["event", "reason", "account", "meter", "quantity", "at", "received"] as const;

function useQuarantineColumns(received: ColumnLook["sort"]) {
  const { t } = useWords("usage");
  const format = useFormat();
  const meterName = useMeterName();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: QuarantinedEvent) => React.ReactNode> = {
      event: (row) => (
        <span className="clip mono" translate="no" title={`${row.source} ${row.eventId}`}>
          {row.eventId}
        </span>
      ),
      reason: (row) => <span className="clip">{t(`quarantine.reason.${row.reason}`)}</span>,
      account: (row) => (
        <span className="clip mono" translate="no" title={row.accountId ?? row.externalId ?? undefined}>
          {row.accountId ?? row.externalId}
        </span>
      ),
      meter: (row) => <span className="clip">{meterName(row.meter)}</span>,
      quantity: (row) => <span className="num">{format.number(row.quantity)}</span>,
      at: (row) => <time dateTime={row.at}>{format.moment(row.at)}</time>,
      received: (row) => <time dateTime={row.receivedAt}>{format.moment(row.receivedAt)}</time>,
    };
    return order.map(
      (id): Column<QuarantinedEvent> => ({
        id,
        header: () => t(`quarantine.column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format, meterName]);
  const label = (id: (typeof order)[number]) => t(`quarantine.column.${id}`);
  const looks: Record<string, ColumnLook> = {
    event: { rowHead: true },
    reason: { width: "w-168", label: label("reason") },
    account: { width: "w-168", label: label("account") },
    meter: { width: "w-132", label: label("meter") },
    quantity: { width: "w-84", label: label("quantity"), right: true },
    at: { width: "w-168", label: label("at"), className: "num xl" },
    received: { width: "w-168", label: label("received"), className: "num", sort: received },
  };
  return { columns, looks };
}
