import "../../words/team.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface LeaveDialogProps {
  how: "remove" | "disable";
  person: { name: string; email: string; state: string; sessions: number; keys: number };
  closeTo: string;
  state?: FormState;
}

/** Consequences in numbers first, the verb on the button. Posts to its own address. */
export function LeaveDialog({ how, person, closeTo, state }: LeaveDialogProps) {
  const { t } = useWords(["team", "common"]);
  const revoke = how === "remove" && person.state === "invited";
  const shown = { person: person.name || person.email };
  const sessions = t("confirm.sessions", { count: person.sessions });
  const lines = revoke
    ? [t("confirm.links"), t("person.revokeAbout")]
    : how === "remove"
      ? [sessions, t("confirm.keysRevoked", { count: person.keys }), t("confirm.secrets")]
      : [sessions, t("confirm.keysRest", { count: person.keys }), t("confirm.back")];
  const title = t(revoke ? "confirm.revoke" : how === "remove" ? "confirm.remove" : "confirm.disable", shown);
  const verb = t(revoke ? "confirm.doRevoke" : how === "remove" ? "confirm.doRemove" : "confirm.doDisable");
  return (
    <RouteDialog title={title} closeTo={closeTo}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines} />
      <PostForm id="leave" state={state} className="row">
        <ButtonLink to={closeTo}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{verb}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
