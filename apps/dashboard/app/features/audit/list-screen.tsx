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
import { type AuditPart, auditPaths, PartTabs } from "./part-tabs.tsx";
import type { AuditRow } from "./types.ts";

export interface AuditLogProps extends Omit<AuditFilterProps, "path" | "beneath"> {
  open: readonly SettingsPage[];
  entries: AuditRow[];
  /** Which part is shown where the account has resellers of its own: what it did to itself, or to them. */
  part?: AuditPart;
  /** The same entries as a file. */
  exportTo: string;
  /** Where the chain is checked; not for everybody. */
  chainTo?: string;
  at: ColumnLook["sort"];
  paging: PagingLinks;
}

export function AuditLog(props: AuditLogProps) {
  const { open, entries, part, filter, actions, exportTo, chainTo, at, paging } = props;
  const { t } = useWords("audit");
  const beneath = part === "beneath";
  const path = auditPaths[part ?? "own"];
  const { columns, looks } = useAuditColumns(at, beneath);
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
      {part && <PartTabs part={part} />}
      <AuditFilter filter={filter} actions={actions} path={path} beneath={beneath} />
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
          action={<ButtonLink to={path}>{t("filter.clear")}</ButtonLink>}
        />
      ) : (
        <Empty kind="nothing-yet" title={t("empty.title")} about={t("empty.about")} />
      )}
    </SettingsFrame>
  );
}

const order = ["action", "actor", "object", "at", "from"] as const;

function useAuditColumns(at: ColumnLook["sort"], beneath: boolean) {
  const { t } = useWords("audit");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: AuditRow) => React.ReactNode> = {
      action: (row) => (
        <span className="who2" translate="no">
          <Link className="clip" to={`/settings/audit/${row.id}${beneath ? "?beneath=true" : ""}`}>
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
  }, [t, format, beneath]);
  const looks: Record<string, ColumnLook> = {
    action: { rowHead: true },
    actor: { width: "w-200", label: t("column.actor") },
    object: { width: "w-240", label: t("column.object"), className: "md" },
    at: { width: "w-200", label: t("column.at"), className: "num", sort: at },
    from: { width: "w-132", label: t("column.from"), className: "num" },
  };
  return { columns, looks };
}
