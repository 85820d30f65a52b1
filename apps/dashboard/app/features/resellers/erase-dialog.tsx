import { Download } from "lucide-react";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface EraseDialogProps {
  erasure: {
    id: string;
    name: string;
    goes: Record<"people" | "sessions" | "invitations" | "keys" | "mails" | "webhooks", number>;
    stays: Record<"usageDays" | "auditEntries" | "plans", number>;
    blockedBy: Record<"customers", number>;
  };
  state?: FormState;
}

/** What goes and what stays, in numbers; the data to take along; the name typed. Cannot be undone, and says so. */
export function EraseDialog({ erasure, state }: EraseDialogProps) {
  const { t } = useWords(["resellers", "common"]);
  const { id, name, goes, stays, blockedBy } = erasure;
  const own = `/resellers/${id}`;
  const lines = [
    t("erase.contact"),
    t("erase.goes", goes),
    t("erase.stays", stays),
    t("erase.address"),
    t("erase.undo"),
  ];
  const blocked = blockedBy.customers > 0;
  return (
    <RouteDialog title={t("erase.title", { name })} closeTo={own}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      {blocked && <Note kind="warn">{t("erase.blocked", { count: blockedBy.customers })}</Note>}
      <Consequences lines={lines} />
      <p className="gap-top gap-bottom">
        <ButtonLink to={`${own}/export.json`} icon={Download} reload>
          {t("erase.export")}
        </ButtonLink>
      </p>
      <PostForm id="erase" action={`${own}/erase`} state={state}>
        {!blocked && (
          <Field name="name" label={t("erase.name", { name })} autoComplete="off" maxLength={200} />
        )}
        <div className="row gap-top">
          <ButtonLink to={own}>{t("common:cancel")}</ButtonLink>
          {!blocked && <SubmitButton kind="danger">{t("erase.confirm")}</SubmitButton>}
        </div>
      </PostForm>
    </RouteDialog>
  );
}
