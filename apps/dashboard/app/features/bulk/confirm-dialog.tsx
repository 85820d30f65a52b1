import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

export type BulkAction = "activate" | "deactivate" | "change_plan";

interface ConfirmBulkRunProps {
  action: Exclude<BulkAction, "change_plan">;
  /** Whose access changes, and whom that touches. */
  preview: { total: number; more: boolean; people: number; customers: number };
  closeTo: string;
  state?: FormState;
}

/** What will happen, in numbers, before anything does. Posts to its own address. */
export function ConfirmBulkRun({ action, preview, closeTo, state }: ConfirmBulkRunProps) {
  const { t } = useWords(["bulk", "common"]);
  const { total, more, people, customers } = preview;
  const refusal = state?.errors?.resellers ?? state?.formError;
  if (total === 0) {
    return (
      <RouteDialog title={t("none.title")} closeTo={closeTo}>
        <p>{t(`none.${action}`)}</p>
        <div className="row gap-top">
          <ButtonLink to={closeTo}>{t("none.back")}</ButtonLink>
        </div>
      </RouteDialog>
    );
  }
  const lines = [
    ...(more ? [t("more", { count: total })] : []),
    t(`people.${action}`, { count: people }),
    t(`customers.${action}`, { count: customers }),
    t("oneByOne"),
  ];
  return (
    <RouteDialog title={t(`title.${action}`, { count: total })} closeTo={closeTo}>
      {refusal && <Note kind="err">{refusal}</Note>}
      <Consequences lines={lines} />
      <PostForm id="bulk-run" state={state} className="row">
        <ButtonLink to={closeTo}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind={action === "activate" ? "pri" : "danger"}>
          {t(`confirm.${action}`, { count: total })}
        </SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
