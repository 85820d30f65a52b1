import "../../words/imports.ts";
import { Download } from "lucide-react";
import type { ComponentProps } from "react";
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

export type ListedImport = Pick<ImportFacts, "id" | "fileName" | "state" | "total"> & { createdAt: string };

interface NewImportProps {
  words: { title: string; section: string; about: string };
  crumbs: ComponentProps<typeof PageHeader>["crumbs"];
  /** Where the template is, and below what address the files are. */
  templateAt: string;
  filesAt: string;
  imports: ListedImport[];
  mostRows: number;
  state?: FormState;
}

export function NewImport({ words, crumbs, templateAt, filesAt, imports, mostRows, state }: NewImportProps) {
  const { t } = useWords("imports");
  const template = (
    <ButtonLink to={templateAt} icon={Download} reload>
      {t("template")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={words.title} crumbs={crumbs} actions={template} />
      <main className="body fit" id="main">
        <div className="narrow">
          <PostForm state={state} hasFile>
            <ErrorSummary state={state} labels={{ csv: t("file") }} safe={t("safe")} />
            <Section title={words.section} about={words.about}>
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
          {imports.length > 0 && <Recent imports={imports} filesAt={filesAt} />}
        </div>
      </main>
    </>
  );
}

function Recent({ imports, filesAt }: Pick<NewImportProps, "imports" | "filesAt">) {
  const { t } = useWords("imports");
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
              <Link className="link" to={`${filesAt}/${row.id}`} translate="no">
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
