import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { DataTable } from "../../ui/table.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";
import { useKeyColumns } from "./columns.tsx";
import type { ApiKeyRow } from "./types.ts";

export interface ApiKeysProps {
  open: readonly SettingsPage[];
  keys: ApiKeyRow[];
  /** The confirmation over the list. */
  children?: ReactNode;
}

export function ApiKeys({ open, keys, children }: ApiKeysProps) {
  const { t } = useTranslation("keys");
  const { columns, looks } = useKeyColumns();
  const create = (
    <ButtonLink to="/settings/keys/new" kind="pri" icon={Plus}>
      {t("create")}
    </ButtonLink>
  );
  return (
    <SettingsFrame page="keys" open={open} actions={create}>
      <p className="help gap-bottom">
        {t("about")} <a href="/api/docs">{t("docs")}</a>
      </p>
      {keys.length > 0 ? (
        <DataTable
          columns={columns}
          looks={looks}
          rows={keys}
          rowId={(row) => row.id}
          rowClass={(row) => (row.revokedAt ? "off" : undefined)}
          caption={t("title")}
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
