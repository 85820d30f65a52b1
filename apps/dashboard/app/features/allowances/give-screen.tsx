import { Form, useSubmit } from "react-router";
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
import { useMeterName } from "../usage/meter-name.ts";
import { AllowancePreview, type Preview } from "./allowance-preview.tsx";
import { TakeBack } from "./take-back.tsx";
import type { Given, Mode } from "./types.ts";

const modes = ["guaranteed", "shared"] as const;

export interface GiveAllowanceProps {
  accountId: string;
  meter: string;
  name: string;
  /** What is asked for, from the address. */
  values: { mode: Mode; units: string };
  given: Given | null;
  takenUnits: number;
  /** What was typed is no number of units. */
  wrong?: string;
  preview?: Preview;
  /** Who gave it, where that is not the reader, who can only take it away. */
  givenBy?: string;
  back: string;
  state?: FormState;
}

/** Say how much, see what it means, give it. The question is the address; only the form below the preview changes anything. */
export function GiveAllowance(props: GiveAllowanceProps) {
  const { accountId, meter, name, values, given, takenUnits, wrong, preview, givenBy, back, state } = props;
  const { t } = useWords("allowances");
  const meterName = useMeterName()(meter);
  const labels = { mode: t("give.mode"), units: t("give.units") };
  const crumbs = [{ words: t("title"), to: `/allowances?meter=${meter}` }];
  const same = preview && given && given.mode === values.mode && given.units === preview.after?.units;
  const ready = preview && !preview.sentence && !same;
  return (
    <>
      <PageHeader title={t("give.title", { meter: meterName, name })} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <ErrorSummary state={state} labels={labels} safe={t("give.safe")} />
          {givenBy ? (
            <Note>{t("give.byUpline", { upline: givenBy })}</Note>
          ) : (
            <Question {...{ accountId, meter, values, given }} />
          )}
          {wrong && <Note kind="warn">{wrong}</Note>}
          <div role="status">
            {!preview && !wrong && !givenBy && <p className="help">{t("give.choose")}</p>}
            {same && <p className="help">{t("give.same")}</p>}
            {preview && !same && <AllowancePreview preview={preview} takenUnits={takenUnits} />}
          </div>
          {ready && (
            <PostForm state={state}>
              <input type="hidden" name="mode" value={values.mode} />
              <input type="hidden" name="units" value={values.units} />
            </PostForm>
          )}
          {given && <TakeBack ways={givenBy ? ["remove"] : ["return", "remove"]} />}
        </div>
      </main>
      {ready && <SaveBar form="form" save={t("give.confirm")} cancelTo={back} />}
    </>
  );
}

type QuestionProps = Pick<GiveAllowanceProps, "accountId" | "meter" | "values" | "given">;

/** Asked anew with every change where there is a script; with the button where there is none. */
function Question({ accountId, meter, values, given }: QuestionProps) {
  const { t } = useWords("allowances");
  const submit = useSubmit();
  const mode = values.units === "" ? (given?.mode ?? values.mode) : values.mode;
  return (
    <Form
      method="get"
      action={`/allowances/${accountId}/${meter}`}
      onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      <Section title={t("give.what")} about={t("give.about")}>
        <div className="two">
          <Select
            name="mode"
            label={t("give.mode")}
            hint={t(`modeAbout.${mode}`)}
            defaultValue={mode}
            choices={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          />
          <Field
            name="units"
            label={t("give.units")}
            defaultValue={values.units || (given ? String(given.units) : "")}
            inputMode="numeric"
            autoComplete="off"
          />
          <div className="all">
            <Button type="submit">{t("give.preview")}</Button>
          </div>
        </div>
      </Section>
    </Form>
  );
}
