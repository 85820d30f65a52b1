import "../../words/connected-accounts.ts";
import { useWords } from "../../words/use-words.tsx";

const known = [
  "determining_status",
  "requirements_past_due",
  "requirements_pending_verification",
  "unsupported_business",
  "unsupported_country",
  "unsupported_entity_type",
] as const;

/** Words for Stripe's code of why an account does not do something. */
export function useReason() {
  const { t } = useWords("connected-accounts");
  return (code: string): string => {
    const one = known.find((each) => each === code);
    if (one) return t(`reason.${one}`);
    return code.startsWith("rejected_") ? t("reason.rejected") : t("reason.other", { code });
  };
}
