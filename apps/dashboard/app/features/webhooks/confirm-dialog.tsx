import "../../words/webhooks.ts";
import { useLocation } from "react-router";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

interface ConfirmDialogProps {
  webhookId: string;
  title: string;
  lines: readonly string[];
  submit: string;
  danger?: boolean;
  state?: FormState;
}

/** What a verb will do to an endpoint, before it does. Posts to its own address. */
export function ConfirmDialog({ webhookId, title, lines, submit, danger, state }: ConfirmDialogProps) {
  const { t } = useWords();
  const { search } = useLocation();
  const back = `/settings/webhooks/${webhookId}${search}`;
  return (
    <RouteDialog title={title} closeTo={back}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines} />
      <PostForm id="confirm" state={state} className="row">
        <ButtonLink to={back}>{t("cancel")}</ButtonLink>
        <SubmitButton kind={danger ? "danger" : "pri"}>{submit}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
