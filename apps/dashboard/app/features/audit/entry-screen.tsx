import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { type Column, type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { Actor } from "./actor.tsx";
import { type AuditPart, auditPaths } from "./part-tabs.tsx";
import type { AuditRow, Change } from "./types.ts";

export interface AuditEntryProps {
  entry: AuditRow & { requestId: string };
  changes: Change[];
  /** The record's own page, where it has one. */
  objectTo?: string;
  /** The part of the log it is in. */
  part: AuditPart;
}

/** One change at an address of its own, to be passed on. */
export function AuditEntry({ entry, changes, objectTo, part }: AuditEntryProps) {
  const { t } = useWords(["audit", "settings"]);
  const format = useFormat();
  const crumbs = [{ words: t("settings:title") }, { words: t("title"), to: auditPaths[part] }];
  const object = `${entry.object.kind} ${entry.object.id}`;
  const facts: [string, React.ReactNode][] = [
    [
      t("column.at"),
      <time key="at" dateTime={entry.at}>
        {format.moment(entry.at)}
      </time>,
    ],
    [t("column.actor"), <Actor key="actor" actor={entry.actor} />],
    [
      t("column.object"),
      objectTo ? (
        <Link key="object" to={objectTo} translate="no">
          {object}
        </Link>
      ) : (
        <span key="object" className="mono" translate="no">
          {object}
        </span>
      ),
    ],
    [t("column.from"), <Said key="ip" text={entry.ip} />],
    [t("host"), <Said key="host" text={entry.host} />],
    [
      t("request"),
      <span key="request" className="mono" translate="no">
        {entry.requestId}
      </span>,
    ],
  ];
  const columns: Column<Change>[] = (["field", "before", "after"] as const).map((id) => ({
    id,
    header: () => t(`change.${id}`),
    cell: ({ row }) => <Value value={row.original[id]} />,
  }));
  const looks: Record<string, ColumnLook> = {
    field: { rowHead: true, width: "w-200" },
    before: { label: t("change.before"), className: "wrap-any" },
    after: { label: t("change.after"), className: "wrap-any" },
  };
  return (
    <>
      <PageHeader title={entry.action} titleIsData crumbs={crumbs} />
      <main className="body fit" id="main">
        <div className="narrow">
          <Card title={t("what")}>
            <dl className="list">
              {facts.map(([term, fact]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{fact}</dd>
                </div>
              ))}
            </dl>
          </Card>
          {changes.length > 0 ? (
            <DataTable
              columns={columns}
              looks={looks}
              rows={changes}
              rowId={({ field }) => field}
              caption={t("change.title")}
            />
          ) : (
            <p className="help">{t("change.none")}</p>
          )}
        </div>
      </main>
    </>
  );
}

function Said({ text }: { text: string | null }) {
  const { t } = useWords("audit");
  return text === null ? <span className="muted">{t("unsaid")}</span> : <span translate="no">{text}</span>;
}

function Value({ value }: { value: string | null }) {
  const { t } = useWords("audit");
  return value === null ? (
    <span className="muted">{t("change.nothing")}</span>
  ) : (
    <span translate="no">{value}</span>
  );
}
