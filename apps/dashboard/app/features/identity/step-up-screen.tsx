import { isRouteErrorResponse } from "react-router";
import type { StepUpFacts } from "../../request/step-up.server.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";

/** Set when what was asked for needs a fresh proof of who sits there. */
export function stepUpOf(error: unknown): StepUpFacts | undefined {
  return isRouteErrorResponse(error) ? (error.data as { stepUp?: StepUpFacts } | null)?.stepUp : undefined;
}

interface StepUpProps {
  tenant: { name: string };
  facts: StepUpFacts;
}

/** Asks once more who it is, and goes on to what was asked for with everything that was typed. */
export function StepUp({ tenant, facts }: StepUpProps) {
  const { t } = useWords(["security", "common"]);
  const byCode = facts.by === "code";
  const labels = { proofPassword: t("stepUp.password"), proofCode: t("stepUp.code") };
  return (
    <PublicFrame
      tenant={tenant}
      title={t("stepUp.title")}
      lead={byCode ? t("stepUp.leadCode") : t("stepUp.leadPassword")}
    >
      <PostForm action={facts.to} state={facts.state}>
        <ErrorSummary state={facts.state} labels={labels} safe={t("stepUp.safe")} />
        {facts.fields.map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come more than once, and the order never changes
          <input key={`${name}-${at}`} type="hidden" name={name} value={value} />
        ))}
        {byCode ? (
          <Field
            name="proofCode"
            label={labels.proofCode}
            hint={t("stepUp.codeHint")}
            autoComplete="one-time-code"
            spellCheck={false}
          />
        ) : (
          <Field
            name="proofPassword"
            label={labels.proofPassword}
            type="password"
            autoComplete="current-password"
          />
        )}
        <SubmitButton kind="pri" wide>
          {t("stepUp.submit")}
        </SubmitButton>
      </PostForm>
      <p className="after">
        <ButtonLink to={facts.to} kind="ghost" reload>
          {t("common:cancel")}
        </ButtonLink>
      </p>
    </PublicFrame>
  );
}
