import { Badge } from "../../ui/badge.tsx";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { Section } from "../../ui/section.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";
import { type EnrolFacts, EnrolForm } from "./enrol-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { RequireSection } from "./require-section.tsx";

interface SecurityProps {
  open: readonly SettingsPage[];
  factor: { on: boolean; since: string | null; codesLeft: number };
  /** Set for whoever may ask everybody for a second step. */
  requirement?: { name: string; required: boolean };
  /** What the form before this page brought: a picture to scan, codes to keep, or why not. */
  now?: { enrolment?: EnrolFacts; over?: boolean; recoveryCodes?: string[]; state?: FormState };
}

export function Security({ open, factor, requirement, now = {} }: SecurityProps) {
  const { t } = useWords("security");
  return (
    <SettingsFrame page="security" open={open}>
      <div className="narrow">
        {now.state?.formError && <Note kind="err">{now.state.formError}</Note>}
        {now.recoveryCodes ? (
          <Section title={t("codes.title")} about={t("about")}>
            <div>
              <RecoveryCodes codes={now.recoveryCodes} />
              <ButtonLink to="/settings/security" kind="pri" reload>
                {t("codes.done")}
              </ButtonLink>
            </div>
          </Section>
        ) : now.enrolment && !factor.on ? (
          <Section title={t("enrol.title")} about={t("factor.aboutOff")}>
            <EnrolForm facts={now.enrolment} over={now.over} state={now.state} />
          </Section>
        ) : (
          <Factor factor={factor} />
        )}
        {requirement && <RequireSection {...requirement} />}
      </div>
    </SettingsFrame>
  );
}

function Factor({ factor }: Pick<SecurityProps, "factor">) {
  const { t } = useWords("security");
  const format = useFormat();
  const { on, since, codesLeft } = factor;
  const about = on && since ? t("factor.aboutOn", { date: format.date(since) }) : t("factor.aboutOff");
  return (
    <Section title={t("factor.title")} about={about}>
      <div className="stack">
        <p>
          <Badge tone={on ? "ok" : "none"}>{on ? t("factor.on") : t("factor.off")}</Badge>
        </p>
        {on ? (
          <>
            <p>{t("factor.codesLeft", { count: codesLeft })}</p>
            <div className="row">
              <Ask intent="renew" words={t("factor.renew")} />
              <Ask intent="disable" words={t("factor.disable")} />
            </div>
          </>
        ) : (
          <Ask intent="start" words={t("factor.start")} main />
        )}
      </div>
    </Section>
  );
}

function Ask({ intent, words, main }: { intent: string; words: string; main?: boolean }) {
  return (
    <PostForm id={intent}>
      <input type="hidden" name="intent" value={intent} />
      <SubmitButton kind={main ? "pri" : undefined}>{words}</SubmitButton>
    </PostForm>
  );
}
