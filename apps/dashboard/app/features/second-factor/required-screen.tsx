import { ButtonLink } from "../../ui/button.tsx";
import type { FormState } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "../identity/types.ts";
import { type EnrolFacts, EnrolForm } from "./enrol-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

interface RequiredFactorProps {
  tenant: TenantFace;
  enrolment: EnrolFacts;
  over?: boolean;
  /** Set once it is on. */
  recoveryCodes?: string[];
  state?: FormState;
}

export function RequiredFactor({ tenant, enrolment, over, recoveryCodes, state }: RequiredFactorProps) {
  const { t } = useWords("security");
  const { name, footer } = tenant;
  if (recoveryCodes) {
    return (
      <PublicFrame tenant={tenant} title={t("codes.title")} lead={t("factor.on")} footer={footer}>
        <RecoveryCodes codes={recoveryCodes} />
        <ButtonLink to="/" kind="pri" wide>
          {t("codes.done")}
        </ButtonLink>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      tenant={tenant}
      title={t("enrol.title")}
      lead={t("enrol.required", { name })}
      footer={footer}
    >
      <EnrolForm facts={enrolment} over={over} state={state} />
    </PublicFrame>
  );
}
