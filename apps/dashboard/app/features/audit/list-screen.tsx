import { Download, ShieldCheck } from "lucide-react";
import { useMemo } from "react";
import { Link, useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type Column, type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";
import { Actor } from "./actor.tsx";
import { AuditFilter, type AuditFilterProps } from "./filter.tsx";
import type { AuditRow } from "./types.ts";

export interface AuditLogProps extends AuditFilterProps {
  open: readonly SettingsPage[];
  entries: AuditRow[];
  /** The same entries as a file. */
  exportTo: string;
  /** Where the chain is checked; not for everybody. */
  chainTo?: string;
  at: ColumnLook["sort"];
  paging: PagingLinks;
}

export function AuditLog({ open, entries, filter, actions, exportTo, chainTo, at, paging }: AuditLogProps) {
  const { t } = useWords("audit");
  const { columns, looks } = useAuditColumns(at);
  const { state, location } = useNavigation();
  const narrowed = Object.values(filter).some((value) => value !== "");
  const actionsBar = (
    <>
      {chainTo && (
        <ButtonLink to={chainTo} icon={ShieldCheck}>
          {t("check")}
        </ButtonLink>
      )}
      <a className="btn" href={exportTo} download>
        <Icon of={Download} />
        {t("export")}
      </a>
    </>
  );
  return (
    <SettingsFrame page="audit" open={open} actions={actionsBar}>
      <p className="help gap-bottom">{t("about")}</p>
      <AuditFilter filter={filter} actions={actions} />
      {entries.length > 0 ? (
        <>
          <DataTable
            columns={columns}
            looks={looks}
            rows={entries}
            rowId={(row) => row.id}
            caption={t("title")}
            busy={state === "loading" && location.pathname === "/settings/audit"}
          />
          <Paging {...paging} />
        </>
      ) : narrowed ? (
        <Empty
          kind="no-match"
          title={t("noMatch.title")}
          about={t("noMatch.about")}
          action={<ButtonLink to="/settings/audit">{t("filter.clear")}</ButtonLink>}
        />
      ) : (
        <Empty kind="nothing-yet" title={t("empty.title")} about={t("empty.about")} />
      )}
    </SettingsFrame>
  );
}

const order = ["action", "actor", "object", "at", "from"] as const;

function useAuditColumns(at: ColumnLook["sort"]) {
  const { t } = useWords("audit");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: AuditRow) => React.ReactNode> = {
      action: (row) => (
        <span className="who2" translate="no">
          <Link className="clip" to={`/settings/audit/${row.id}`}>
            {row.action}
          </Link>
        </span>
      ),
      actor: (row) => (
        <span className="clip">
          <Actor actor={row.actor} />
        </span>
      ),
      object: (row) => (
        <span className="clip mono" translate="no" title={row.object.id}>
          {row.object.kind} {row.object.id}
        </span>
      ),
      at: (row) => <time dateTime={row.at}>{format.moment(row.at)}</time>,
      from: (row) =>
        row.ip ? <span translate="no">{row.ip}</span> : <span className="muted">{t("unsaid")}</span>,
    };
    return order.map(
      (id): Column<AuditRow> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    action: { rowHead: true },
    actor: { width: "w-200", label: t("column.actor") },
    object: { width: "w-240", label: t("column.object"), className: "md" },
    at: { width: "w-200", label: t("column.at"), className: "num", sort: at },
    from: { width: "w-132", label: t("column.from"), className: "num" },
  };
  return { columns, looks };
}
