import { Form } from "react-router";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type MovedReseller, MovedTable } from "./moved-table.tsx";

export interface MigratePlanProps {
  plan: { id: string; name: string };
  /** Number of the version they move to, and the earlier ones. */
  version: number;
  versions: number[];
  /** The filter as the address has it. */
  values: { version: string; type: string; joinedFrom?: string; joinedTo?: string };
  resellers: MovedReseller[];
  waiting: number;
  state?: FormState;
}

/** Whom to move, what it means for each, and when. The filter is the address; the form below it moves them. */
export function MigratePlan(props: MigratePlanProps) {
  const { plan, version, versions, values, resellers, waiting, state } = props;
  const { t } = useWords("plans");
  const own = `/plans/${plan.id}`;
  const crumbs = [
    { words: t("title"), to: "/plans" },
    { words: plan.name, to: own, isData: true },
  ];
  return (
    <>
      <PageHeader title={t("migrate.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <p className="help gap-bottom">{t("migrate.about", { name: plan.name, number: version })}</p>
        <MigrationFilter versions={versions} values={values} action={`${own}/migrate`} />
        {waiting > 0 && <Note>{t("migrate.waiting", { count: waiting })}</Note>}
        {resellers.length === 0 ? (
          <Note>{t("migrate.nothing")}</Note>
        ) : (
          <PostForm state={state}>
            <ErrorSummary state={state} labels={{ day: t("migrate.day") }} safe={t("migrate.safe")} />
            <h2 className="gap-bottom">{t("migrate.whoCount", { count: resellers.length })}</h2>
            <div className="card">
              <MovedTable resellers={resellers} />
            </div>
            <div className="two gap-top">
              <Field name="day" label={t("migrate.day")} hint={t("migrate.dayHint")} type="date" />
            </div>
          </PostForm>
        )}
      </main>
      {resellers.length > 0 && (
        <SaveBar
          form="form"
          save={t("migrate.confirm", { count: resellers.length })}
          cancelTo={own}
          refused={state?.errors !== undefined}
        />
      )}
    </>
  );
}

type FilterProps = Pick<MigratePlanProps, "versions" | "values"> & { action: string };

function MigrationFilter({ versions, values, action }: FilterProps) {
  const { t } = useWords(["plans", "resellers"]);
  return (
    <Form method="get" action={action}>
      <Section title={t("migrate.filter")} about={t("migrate.filterAbout")}>
        <div className="two">
          <Select
            name="version"
            label={t("migrate.version")}
            defaultValue={values.version}
            choices={[
              { value: "", label: t("migrate.anyVersion") },
              ...versions.map((number) => ({
                value: String(number),
                label: t("versionNumber", { number }),
              })),
            ]}
          />
          <Select
            name="type"
            label={t("migrate.type")}
            defaultValue={values.type}
            choices={[
              { value: "", label: t("migrate.anyType") },
              { value: "own_plans", label: t("resellers:type.own_plans") },
              { value: "commission", label: t("resellers:type.commission") },
            ]}
          />
          <Field
            name="joinedFrom"
            label={t("migrate.joinedFrom")}
            type="date"
            defaultValue={values.joinedFrom}
            optional
          />
          <Field
            name="joinedTo"
            label={t("migrate.joinedTo")}
            type="date"
            defaultValue={values.joinedTo}
            optional
          />
          <div className="all">
            <Button type="submit">{t("migrate.show")}</Button>
          </div>
        </div>
      </Section>
    </Form>
  );
}
