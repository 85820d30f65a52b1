import { useWords } from "../../words/use-words.tsx";

/** Field name -> label, for the summary of errors; create and edit share it. */
export function useResellerLabels(): Record<string, string> {
  const { t } = useWords("resellers");
  return {
    type: t("field.type"),
    name: t("field.name"),
    email: t("field.email"),
    phone: t("field.phone"),
    phoneCountry: t("field.phone"),
    website: t("field.website"),
    country: t("field.country"),
    language: t("field.language"),
    contactName: t("field.contactName"),
    contactEmail: t("field.contactEmail"),
    contactPhone: t("field.contactPhone"),
    contactPhoneCountry: t("field.contactPhone"),
    loginDomain: t("field.domain"),
    planId: t("field.plan"),
    uplineId: t("field.under"),
    password: t("field.password"),
    confirmPassword: t("field.confirm"),
  };
}
