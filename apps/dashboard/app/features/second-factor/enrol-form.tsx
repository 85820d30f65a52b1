import { SubmitButton } from "../../ui/button.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface EnrolFacts {
  secret: string;
  uri: string;
  /** Sent back with the first code. */
  enrolment: string;
  qr: { path: string; size: number };
}

interface EnrolFormProps {
  facts: EnrolFacts;
  /** The picture before this one had run out. */
  over?: boolean;
  /** Field code. */
  state?: FormState;
}

/** Picture, secret, first code. Posts `intent=enable`. */
export function EnrolForm({ facts, over, state }: EnrolFormProps) {
  const { t } = useWords("security");
  const labels = { code: t("enrol.code") };
  return (
    <PostForm id="enrol" state={state}>
      {over && <Note kind="warn">{t("enrol.again")}</Note>}
      <ErrorSummary form="enrol" state={state} labels={labels} safe={t("factor.safe")} />
      <input type="hidden" name="intent" value="enable" />
      <input type="hidden" name="enrolment" value={facts.enrolment} />
      <input type="hidden" name="secret" value={facts.secret} />
      <input type="hidden" name="uri" value={facts.uri} />
      <p className="gap-bottom">{t("enrol.scan")}</p>
      <QrCode {...facts.qr} label={t("enrol.picture")} />
      <CopyLine label={t("enrol.secret")} value={facts.secret} />
      <Field
        name="code"
        label={labels.code}
        hint={t("enrol.codeHint")}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <SubmitButton kind="pri">{t("enrol.submit")}</SubmitButton>
    </PostForm>
  );
}
