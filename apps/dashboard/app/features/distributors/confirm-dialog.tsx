import "../../words/distributors.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

interface AccessDialogProps {
  distributor: { id: string; name: string };
  /** Its portal is open, and would be locked. */
  locks: boolean;
  affected: { people: number; resellers: number; customers: number };
  state?: FormState;
}

/** What locking a distributor does, and what goes on. Posts `status` to its own address. */
export function AccessDialog({ distributor, locks, affected, state }: AccessDialogProps) {
  const { t } = useWords(["distributors", "common"]);
  const own = `/distributors/${distributor.id}`;
  const lines = locks
    ? [
        t("access.people", { count: affected.people }),
        t("access.goOn", { count: affected.resellers }),
        t("access.customersGoOn", { count: affected.customers }),
        t("access.caretaker"),
      ]
    : [t("access.peopleBack", { count: affected.people })];
  return (
    <RouteDialog
      title={t(locks ? "access.lockTitle" : "access.openTitle", { name: distributor.name })}
      closeTo={own}
    >
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines} />
      <PostForm id="access" action={`${own}/access`} state={state} className="row">
        <input type="hidden" name="status" value={locks ? "inactive" : "active"} />
        <ButtonLink to={own}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind={locks ? "danger" : "pri"}>
          {t(locks ? "access.deactivate" : "access.activate")}
        </SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}

interface DeleteDialogProps {
  distributor: { id: string; name: string; host: string };
  people: number;
  state?: FormState;
}

/** What deleting a distributor does; one with resellers is refused with their number. */
export function DeleteDialog({ distributor, people, state }: DeleteDialogProps) {
  const { t } = useWords(["distributors", "common"]);
  const own = `/distributors/${distributor.id}`;
  const lines = [
    t("access.people", { count: people }),
    t("delete.address", { host: distributor.host }),
    t("delete.restorable"),
  ];
  return (
    <RouteDialog title={t("delete.title", { name: distributor.name })} closeTo={own}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines} />
      <PostForm id="delete" action={`${own}/delete`} state={state} className="row">
        <ButtonLink to={own}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t("delete.confirm")}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
