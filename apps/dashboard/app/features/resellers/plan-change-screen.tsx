import { Form } from "react-router";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ShortPromises, type ShortPromisesProps } from "../allowances/short-promises.tsx";
import { ChangePreview, type PlanChangePreview } from "../plans/change-preview.tsx";

export interface PlanChangeProps {
  reseller: { id: string; name: string; plan: { name: string; version: number } | null };
  /** A change that waits already. */
  waiting: { name: string; version: number; dueAt: string } | null;
  plans: { id: string; name: string; version: number }[];
  /** What was chosen, from the address. */
  values: { planId: string; effective: "now" | "next_period"; keepPrice: boolean; returnUnused: boolean };
  preview?: PlanChangePreview & { dueAt: string; short: ShortPromisesProps["short"] };
  state?: FormState;
}

/** Choose, look at what changes, confirm. The choice is the address; only the form below the preview changes anything. */
export function PlanChange({ reseller, waiting, plans, values, preview, state }: PlanChangeProps) {
  const { t } = useWords(["plans", "resellers", "common"]);
  const format = useFormat();
  const own = `/resellers/${reseller.id}`;
  const crumbs = [
    { words: t("common:nav.partners") },
    { words: t("resellers:title"), to: "/resellers" },
    { words: reseller.name, to: own, isData: true },
  ];
  const shown = preview && !preview.same;
  const covered = preview?.short.every(({ missingUnits }) => values.returnUnused && missingUnits === 0);
  const ready = shown && covered;
  return (
    <>
      <PageHeader title={t("change.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <ErrorSummary
          state={state}
          labels={{ planId: t("change.plan"), returnUnused: t("change.returnUnused") }}
          safe={t("change.safe")}
        />
        {waiting && <Waiting id={reseller.id} waiting={waiting} />}
        <Choice reseller={reseller} plans={plans} values={values} />
        {!preview && <p className="help">{t("change.choose")}</p>}
        {preview?.same && <Note>{t("change.same")}</Note>}
        {shown && (
          <>
            {preview.meters.some(({ overUnits }) => overUnits > 0) && (
              <Note kind="warn">{t("change.warn")}</Note>
            )}
            <ShortPromises short={preview.short} back={values.returnUnused} />
            <ChangePreview preview={preview} />
            <p className="help gap-top">
              {values.effective === "now"
                ? t("change.dueNow")
                : t("change.due", { date: format.date(preview.dueAt) })}
            </p>
            {ready && (
              <PostForm state={state}>
                <input type="hidden" name="planId" value={values.planId} />
                <input type="hidden" name="effective" value={values.effective} />
                {values.keepPrice && <input type="hidden" name="keepPrice" value="on" />}
                {values.returnUnused && <input type="hidden" name="returnUnused" value="on" />}
              </PostForm>
            )}
          </>
        )}
      </main>
      {ready && <SaveBar form="form" save={t("change.confirm")} cancelTo={own} />}
    </>
  );
}

function Waiting({ id, waiting }: { id: string; waiting: NonNullable<PlanChangeProps["waiting"]> }) {
  const { t } = useWords("plans");
  const format = useFormat();
  const { name, version, dueAt } = waiting;
  return (
    <Note>
      <p>{t("change.waits", { name, version, date: format.date(dueAt) })}</p>
      <PostForm id="keep" action={`/resellers/${id}/plan/keep`} stays className="gap-top">
        <SubmitButton size="sm">{t("change.keep")}</SubmitButton>
      </PostForm>
    </Note>
  );
}

type ChoiceProps = Pick<PlanChangeProps, "reseller" | "plans" | "values">;

function Choice({ reseller, plans, values }: ChoiceProps) {
  const { t } = useWords("plans");
  const { plan } = reseller;
  return (
    <Form method="get" action={`/resellers/${reseller.id}/plan`}>
      <Section
        title={plan ? t("change.before", { plan: t("change.planVersion", plan) }) : t("change.nothing")}
        about={t("change.about")}
      >
        <div className="two">
          <Select
            name="planId"
            label={t("change.plan")}
            defaultValue={values.planId}
            choices={[
              { value: "", label: "–" },
              ...plans.map((one) => ({
                value: one.id,
                label: t("change.planVersion", one),
                isData: true,
              })),
            ]}
          />
          <Select
            name="effective"
            label={t("change.effective")}
            defaultValue={values.effective}
            choices={[
              { value: "next_period", label: t("change.next_period") },
              { value: "now", label: t("change.now") },
            ]}
          />
          <label className="tick all">
            <input
              className="ck"
              type="checkbox"
              name="keepPrice"
              value="on"
              defaultChecked={values.keepPrice}
            />
            <b>{t("change.keepPrice")}</b>
          </label>
          <label className="tick all">
            <input
              className="ck"
              type="checkbox"
              name="returnUnused"
              value="on"
              defaultChecked={values.returnUnused}
            />
            <b>{t("change.returnUnused")}</b>
          </label>
          <div className="all">
            <Button type="submit">{t("change.preview")}</Button>
          </div>
        </div>
      </Section>
    </Form>
  );
}
