import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useAgencyColumns } from "./agency-columns.tsx";
import type { AgencyRow } from "./types.ts";

export interface AgenciesProps {
  agencies: AgencyRow[];
  paging?: PagingLinks;
  /** The confirmation over the list. */
  children?: ReactNode;
}

export function Agencies({ agencies, paging, children }: AgenciesProps) {
  const { t } = useTranslation("operator");
  const { columns, looks } = useAgencyColumns();
  const create = (
    <ButtonLink to="/agencies/new" kind="pri" icon={Plus}>
      {t("agencies.create")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("agencies.title")} actions={create} />
      <main className="body" id="main">
        {agencies.length > 0 ? (
          <DataTable
            columns={columns}
            looks={looks}
            rows={agencies}
            rowId={(row) => row.id}
            rowClass={(row) => (row.status === "suspended" ? "off" : undefined)}
            caption={t("agencies.caption")}
          />
        ) : (
          <Empty
            kind="nothing-yet"
            title={t("agencies.empty.title")}
            about={t("agencies.empty.about")}
            action={<ButtonLink to="/agencies/new">{t("agencies.empty.action")}</ButtonLink>}
          />
        )}
        {paging && <Paging {...paging} />}
        {children}
      </main>
    </>
  );
}
