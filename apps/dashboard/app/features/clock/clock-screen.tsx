import "../../words/clock.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { Section } from "../../ui/section.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";

interface ClockProps {
  open: readonly SettingsPage[];
  clock: { now: string; movable: boolean; daysAhead: number };
  mayMove: boolean;
  /** Field days. */
  state?: FormState;
}

/** An agency's business time, which a test agency can move forward. */
export function Clock({ open, clock, mayMove, state }: ClockProps) {
  const { t } = useWords("clock");
  const format = useFormat();
  const { now, movable, daysAhead } = clock;
  return (
    <SettingsFrame page="clock" open={open}>
      <div className="narrow stack">
        <p className="help">{t("about")}</p>
        <Card title={t("now")}>
          <div className="pad">
            <time className="plan-name num" dateTime={now}>
              {format.moment(now)}
            </time>
            {movable && <p className="help">{t("ahead", { count: daysAhead })}</p>}
          </div>
        </Card>
        {movable ? (
          mayMove ? (
            <Move state={state} />
          ) : (
            <Note>{t("notYours")}</Note>
          )
        ) : (
          <Note>{t("fixed")}</Note>
        )}
      </div>
    </SettingsFrame>
  );
}

const steps = [1, 7, 31] as const;

function Move({ state }: Pick<ClockProps, "state">) {
  const { t } = useWords("clock");
  return (
    <Section title={t("move.title")} about={t("move.about")}>
      <div className="stack">
        <ErrorSummary state={state} labels={{ days: t("move.field") }} safe={t("move.safe")} />
        <Consequences lines={[t("move.does"), t("move.keeps"), t("move.back")]} />
        <PostForm id="steps" className="row">
          {steps.map((days) => (
            <SubmitButton key={days} name="days" value={days}>
              {t("move.days", { count: days })}
            </SubmitButton>
          ))}
        </PostForm>
        <PostForm state={state}>
          <Field
            name="days"
            label={t("move.field")}
            hint={t("move.hint")}
            inputMode="numeric"
            autoComplete="off"
          />
          <SubmitButton className="gap-top">{t("move.submit")}</SubmitButton>
        </PostForm>
      </div>
    </Section>
  );
}
