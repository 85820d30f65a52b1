import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerType } from "./types.ts";

interface Shown {
  count: number;
}

export interface TypeChangeProps {
  reseller: { id: string; name: string };
  /** A change that waits already. */
  waiting: { type: ResellerType; dueAt: string } | null;
  preview: {
    before: ResellerType;
    after: ResellerType;
    ownPlans: Shown & { managedAfter: boolean };
    agencyPlans: Shown & { seenAfter: boolean };
  };
  state?: FormState;
}

/** What the other type would change, in numbers, and from when. */
export function TypeChange({ reseller, waiting, preview, state }: TypeChangeProps) {
  const { t } = useWords(["resellers", "common"]);
  const own = `/resellers/${reseller.id}`;
  const crumbs = [
    { words: t("common:nav.partners") },
    { words: t("title"), to: "/resellers" },
    { words: reseller.name, to: own, isData: true },
  ];
  const { before, after, ownPlans, agencyPlans } = preview;
  const lines = [
    t(ownPlans.managedAfter ? "retype.ownBack" : "retype.ownAside", { count: ownPlans.count }),
    t(agencyPlans.seenAfter ? "retype.agencySeen" : "retype.agencyHidden", { count: agencyPlans.count }),
    t("retype.pinned"),
    t("retype.past"),
  ];
  const labels = { type: t("field.type"), day: t("retype.day") };
  return (
    <>
      <PageHeader title={t("retype.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <ErrorSummary state={state} labels={labels} safe={t("edit.safe")} />
        {waiting && <Waiting id={reseller.id} waiting={waiting} />}
        <Card title={t("retype.change", { before: t(`type.${before}`), after: t(`type.${after}`) })}>
          <ul className="rows">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
        <PostForm state={state} className="gap-top">
          <input type="hidden" name="type" value={after} />
          <Section title={t("retype.when")} about={t("retype.whenAbout")}>
            <div className="two">
              <Select
                name="effective"
                label={t("retype.effective")}
                choices={[
                  { value: "now", label: t("retype.now") },
                  { value: "later", label: t("retype.later") },
                ]}
              />
              <Field name="day" label={t("retype.day")} hint={t("retype.dayHint")} type="date" />
            </div>
          </Section>
        </PostForm>
      </main>
      <SaveBar form="form" save={t("retype.confirm")} cancelTo={own} refused={state?.errors !== undefined} />
    </>
  );
}

function Waiting({ id, waiting }: { id: string; waiting: NonNullable<TypeChangeProps["waiting"]> }) {
  const { t } = useWords("resellers");
  const format = useFormat();
  return (
    <Note>
      <p>{t("retype.waits", { type: t(`type.${waiting.type}`), date: format.date(waiting.dueAt) })}</p>
      <PostForm id="keep" action={`/resellers/${id}/type/keep`} stays className="gap-top">
        <SubmitButton size="sm">{t("retype.keep")}</SubmitButton>
      </PostForm>
    </Note>
  );
}
