import "../../words/keys.ts";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { isNarrowed, ListToolbar, type ListView } from "../operator/list-toolbar.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";
import { useKeyColumns } from "./columns.tsx";
import type { ApiKeyRow } from "./types.ts";

export interface ApiKeysProps {
  open: readonly SettingsPage[];
  /** Requests in a window, of one key and of all callers together. */
  limits: { caller: number; tenant: number; windowSeconds: number };
  keys: ApiKeyRow[];
  view: ListView;
  sorts: Record<"name" | "created", ColumnLook["sort"]>;
  paging: PagingLinks;
  /** The confirmation over the list. */
  children?: ReactNode;
}

export function ApiKeys({ open, limits, keys, view, sorts, paging, children }: ApiKeysProps) {
  const { t } = useWords("keys");
  const format = useFormat();
  const { columns, looks } = useKeyColumns(sorts);
  const { state, location } = useNavigation();
  const narrowed = isNarrowed(view);
  const create = (
    <ButtonLink to="/settings/keys/new" kind="pri" icon={Plus}>
      {t("create")}
    </ButtonLink>
  );
  return (
    <SettingsFrame page="keys" open={open} actions={create}>
      <p className="help gap-bottom">
        {t("about")} <a href="/api/docs">{t("docs")}</a>
        <br />
        {t("limits", {
          caller: format.number(limits.caller),
          tenant: format.number(limits.tenant),
          seconds: limits.windowSeconds,
        })}
      </p>
      {(keys.length > 0 || narrowed) && (
        <ListToolbar
          view={view}
          search={{ label: t("search"), placeholder: t("search") }}
          filter={{ label: t("filter.label"), words: (value) => t(`filter.${value as "active" | "ended"}`) }}
        />
      )}
      {keys.length > 0 ? (
        <>
          <DataTable
            columns={columns}
            looks={looks}
            rows={keys}
            rowId={(row) => row.id}
            rowClass={(row) => (row.state === "active" ? undefined : "off")}
            caption={t("title")}
            busy={state === "loading" && location.pathname === view.clearTo}
          />
          <Paging {...paging} />
        </>
      ) : narrowed ? (
        <Empty
          kind="no-match"
          title={t("noMatch.title")}
          about={t("noMatch.about")}
          action={<ButtonLink to={view.clearTo}>{t("noMatch.clear")}</ButtonLink>}
        />
      ) : (
        <Empty
          kind="nothing-yet"
          title={t("empty.title")}
          about={t("empty.about")}
          action={<ButtonLink to="/settings/keys/new">{t("empty.action")}</ButtonLink>}
        />
      )}
      {children}
    </SettingsFrame>
  );
}
