import "../../words/features.ts";
import { Download } from "lucide-react";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Paging } from "../../ui/paging.tsx";
import { useWords } from "../../words/use-words.tsx";
import { AccountName } from "./account-columns.tsx";
import { KindTabs } from "./kind-tabs.tsx";
import type { AccountRow } from "./types.ts";

export interface ReleasePreview {
  keeping: number;
  gaining: number;
  losing: number;
  accounts: AccountRow[];
  next: string | null;
  previous: string | null;
}

interface TouchedCardProps {
  ofAgency: boolean;
  preview: ReleasePreview;
  shown: { show: "gaining" | "losing"; kind: "reseller" | "customer"; perPage: number };
  at: string;
  query: string;
}

/** Whom a release would touch: in numbers, and by name, a page at a time. */
export function TouchedCard({ ofAgency, preview, shown, at, query }: TouchedCardProps) {
  const { t } = useWords(["features", "resellers"]);
  const { show, kind, perPage } = shown;
  const to = (change: Record<string, string | undefined>, path = at) => {
    const params = new URLSearchParams(query);
    params.delete("cursor");
    for (const [name, value] of Object.entries(change)) {
      params.delete(name);
      if (value) params.set(name, value);
    }
    return `${path}?${params}`;
  };
  const page = (cursor: string | null) => (cursor ? to({ cursor }) : undefined);
  const lines = [
    t("gets", { count: preview.gaining }),
    t("loses", { count: preview.losing }),
    t("keeps", { count: preview.keeping }),
  ];
  return (
    <>
      <Card title={t("touched.title")} className="gap-bottom">
        <div className="pad">
          <div role="status">
            <Consequences lines={lines} />
          </div>
          <nav className="tabs gap-bottom" aria-label={t("touched.which")}>
            {(["gaining", "losing"] as const).map((one) => (
              <Link
                key={one}
                to={to({ show: one })}
                aria-current={one === show ? "page" : undefined}
                preventScrollReset
              >
                {t(`touched.${one}`)}
              </Link>
            ))}
          </nav>
          {ofAgency && (
            <KindTabs
              kind={kind}
              to={{ reseller: to({ kind: undefined }), customer: to({ kind: "customer" }) }}
            />
          )}
          <a className="btn" href={to({}, `${at}.csv`)} download>
            <Icon of={Download} />
            {t("touched.csv")}
          </a>
        </div>
        {preview.accounts.length === 0 ? (
          <p className="pad help">{t("touched.nobody")}</p>
        ) : (
          <CellsTable
            caption={t(`touched.${show}`)}
            columns={[
              { head: t("column.account"), cell: (row) => <AccountName account={row} /> },
              { head: t("column.type"), cell: (row) => row.type && t(`resellers:type.${row.type}`) },
            ]}
            rows={preview.accounts}
            rowId={({ id }) => id}
          />
        )}
      </Card>
      {preview.accounts.length > 0 && (
        <Paging perPage={perPage} next={page(preview.next)} previous={page(preview.previous)} />
      )}
    </>
  );
}
