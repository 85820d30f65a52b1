import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface ArchiveDialogProps {
  reseller: { id: string; name: string; host: string };
  /** What hangs on it. */
  people: number;
  customers: number;
  /** Its customers have their service, and keep it. */
  served: boolean;
  /** Until when it can be brought back (instant). */
  restorableUntil: string;
  /** Cancel and Escape go here: the list as it was, or the reseller's page. */
  closeTo: string;
  state?: FormState;
}

/** Consequences first, the verb on the button. Posts to its own address. */
export function ArchiveDialog({
  reseller,
  people,
  customers,
  served,
  restorableUntil,
  closeTo,
  state,
}: ArchiveDialogProps) {
  const { t } = useWords(["resellers", "common"]);
  const format = useFormat();
  const lines = [
    t("archive.people", { count: people }),
    t(served ? "archive.customers" : "archive.customersStopped", { count: customers }),
    t("archive.address", { host: reseller.host }),
    t("archive.until", { date: format.date(restorableUntil) }),
  ];
  return (
    <RouteDialog title={t("archive.title", { name: reseller.name })} closeTo={closeTo}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines} />
      <PostForm id="archive" state={state} className="row">
        <ButtonLink to={closeTo}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t("archive.confirm")}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
