import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { PostForm } from "../../ui/form.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useResellerLabels } from "../resellers/field-labels.ts";

interface RemoveDraftProps {
  name: string | null;
  /** Names of the fields something was typed into. */
  filled: string[];
}

/** What goes with a draft, before it goes. */
export function RemoveDraft({ name, filled }: RemoveDraftProps) {
  const { t } = useWords(["reseller-drafts", "common"]);
  const labels = useResellerLabels();
  const fields = [...new Set(filled.flatMap((field) => labels[field] ?? []))];
  const lines = [
    fields.length > 0 ? t("confirm.fields", { fields: fields.join(", ") }) : t("confirm.empty"),
    t("confirm.nothing"),
  ];
  return (
    <RouteDialog title={t("confirm.title", { name: name ?? t("noName") })} closeTo="/resellers/new">
      <Consequences lines={lines} />
      <PostForm id="remove" className="row">
        <ButtonLink to="/resellers/new">{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t("confirm.submit")}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
