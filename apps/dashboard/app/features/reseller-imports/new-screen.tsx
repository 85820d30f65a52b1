import "../../words/reseller-imports.ts";
import { Download } from "lucide-react";
import { Link } from "react-router";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ImportFacts } from "./types.ts";

type Listed = Pick<ImportFacts, "id" | "fileName" | "state" | "total"> & { createdAt: string };

interface ImportFileProps {
  imports: Listed[];
  mostRows: number;
  state?: FormState;
}

export function ImportFile({ imports, mostRows, state }: ImportFileProps) {
  const { t } = useWords(["reseller-imports", "resellers", "common"]);
  const crumbs = [{ words: t("common:nav.partners") }, { words: t("resellers:title"), to: "/resellers" }];
  const template = (
    <ButtonLink to="/resellers/import-template.csv" icon={Download} reload>
      {t("template")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} crumbs={crumbs} actions={template} />
      <main className="body fit" id="main">
        <div className="narrow">
          <PostForm state={state} hasFile>
            <ErrorSummary state={state} labels={{ csv: t("file") }} safe={t("safe")} />
            <Section title={t("section")} about={t("about")}>
              <Field
                name="csv"
                type="file"
                accept=".csv,.tsv,.txt,text/csv"
                label={t("file")}
                hint={t("fileHint", { rows: mostRows })}
              />
            </Section>
            <div className="row gap-bottom">
              <SubmitButton kind="pri">{t("take")}</SubmitButton>
            </div>
          </PostForm>
          {imports.length > 0 && <Recent imports={imports} />}
        </div>
      </main>
    </>
  );
}

function Recent({ imports }: { imports: Listed[] }) {
  const { t } = useWords("reseller-imports");
  const format = useFormat();
  return (
    <Card title={t("recent")}>
      <CellsTable
        caption={t("recent")}
        rows={imports}
        rowId={(row) => row.id}
        columns={[
          {
            head: t("column.file"),
            cell: (row) => (
              <Link className="link" to={`/reseller-imports/${row.id}`} translate="no">
                {row.fileName}
              </Link>
            ),
          },
          { head: t("column.rows"), cell: (row) => format.number(row.total), right: true },
          { head: t("column.taken"), cell: (row) => format.moment(row.createdAt) },
          { head: t("column.state"), cell: (row) => t(`state.${row.state}`) },
        ]}
      />
    </Card>
  );
}
