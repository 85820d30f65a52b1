import "../../words/features.ts";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ChoiceSwitch } from "./choice-switch.tsx";
import type { HeldRow } from "./types.ts";

export interface FeaturesOfResellerProps {
  reseller: { id: string; name: string };
  features: ({ id: string; key: string; name: string } & HeldRow)[];
  mayChoose: boolean;
}

/** Which features a reseller has and why, each with its switch. */
export function FeaturesOfReseller({ reseller, features, mayChoose }: FeaturesOfResellerProps) {
  const { t } = useWords(["features", "resellers", "common"]);
  const crumbs = [
    { words: t("common:nav.partners") },
    { words: t("resellers:title"), to: "/resellers" },
    { words: reseller.name, to: `/resellers/${reseller.id}`, isData: true },
  ];
  return (
    <>
      <PageHeader title={t("ofReseller.title")} crumbs={crumbs} />
      <main className="body fit" id="main">
        <p className="help gap-bottom">{t("ofReseller.about")}</p>
        {features.length === 0 ? (
          <Empty kind="nothing-yet" title={t("ofReseller.empty")} about={t("ofReseller.emptyAbout")} />
        ) : (
          <Card title={t("title")}>
            <CellsTable
              caption={t("ofReseller.title")}
              columns={[
                {
                  head: t("column.name"),
                  cell: ({ id, name, key }) => (
                    <span className="who2" translate="no">
                      <Link className="clip" to={`/features/${id}`} title={name}>
                        {name}
                      </Link>
                      <span className="mono clip">{key}</span>
                    </span>
                  ),
                },
                { head: t("column.reason"), cell: ({ reason }) => t(`reason.${reason}`) },
                {
                  head: t("column.has"),
                  cell: (row) => (
                    <ChoiceSwitch
                      featureId={row.id}
                      accountId={reseller.id}
                      name={row.name}
                      held={row}
                      allowed={mayChoose && row.reason !== "withdrawn"}
                    />
                  ),
                  width: "w-200",
                },
              ]}
              rows={features}
              rowId={({ id }) => id}
            />
          </Card>
        )}
      </main>
    </>
  );
}
