import "../../words/webhooks.ts";
import { Plus } from "lucide-react";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { isNarrowed, ListToolbar, type ListView } from "../operator/list-toolbar.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";
import { useWebhookColumns, type WebhookSorts } from "./columns.tsx";
import type { WebhookRow } from "./types.ts";

export interface WebhooksProps {
  open: readonly SettingsPage[];
  ofAgency: boolean;
  mayCreate: boolean;
  webhooks: WebhookRow[];
  view: ListView;
  sorts: WebhookSorts;
  paging: PagingLinks;
}

export function Webhooks(props: WebhooksProps) {
  const { open, ofAgency, mayCreate, webhooks, view, sorts, paging } = props;
  const { t } = useWords("webhooks");
  const { columns, looks } = useWebhookColumns(sorts);
  const { state, location } = useNavigation();
  const narrowed = isNarrowed(view);
  const create = mayCreate && (
    <ButtonLink to="/settings/webhooks/new" kind="pri" icon={Plus}>
      {t("create")}
    </ButtonLink>
  );
  return (
    <SettingsFrame page="webhooks" open={open} actions={create}>
      <p className="help gap-bottom">
        {t("about")} <a href="/api/docs">{t("docs")}</a>
      </p>
      {(webhooks.length > 0 || narrowed) && (
        <ListToolbar
          view={view}
          search={{ label: t("search"), placeholder: t("searchHint") }}
          filter={{
            label: t("column.state"),
            words: (value) => t(`state.${value as "enabled" | "disabled"}`),
          }}
        />
      )}
      {webhooks.length > 0 ? (
        <>
          <DataTable
            columns={columns}
            looks={looks}
            rows={webhooks}
            rowId={(row) => row.id}
            rowClass={(row) => (row.state === "enabled" ? undefined : "off")}
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
          about={t(ofAgency ? "empty.about" : "empty.aboutOwn")}
          action={mayCreate && <ButtonLink to="/settings/webhooks/new">{t("empty.action")}</ButtonLink>}
        />
      )}
    </SettingsFrame>
  );
}
