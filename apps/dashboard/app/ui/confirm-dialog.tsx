import type { ReactNode } from "react";
import { useWords } from "../words/use-words.tsx";
import { ButtonLink, SubmitButton } from "./button.tsx";
import { Consequences } from "./consequences.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { type FormState, PostForm } from "./form.tsx";
import { RouteDialog } from "./route-dialog.tsx";

export interface ConfirmDialogProps {
  /** The page it stands over. */
  back: string;
  title: string;
  /** What will come of it. */
  lines: readonly string[];
  submit: string;
  danger?: boolean;
  state?: FormState;
  /** The form's own key, where sending it twice must count once. */
  once?: string;
  /** Labels by the fields' names, and what did not happen when one is wrong. */
  labels?: Record<string, string>;
  safe?: string;
  /** Fields. */
  children?: ReactNode;
}

/** What a verb will do, before it does. Posts to its own address. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useWords();
  const { back, state, once, labels = {}, safe = "" } = props;
  return (
    <RouteDialog title={props.title} closeTo={back}>
      <ErrorSummary state={state} form="confirm" labels={labels} safe={safe} />
      <Consequences lines={props.lines} />
      <PostForm id="confirm" state={state} once={once}>
        {props.children && <div className="stack">{props.children}</div>}
        <div className="row">
          <ButtonLink to={back}>{t("cancel")}</ButtonLink>
          <SubmitButton kind={props.danger ? "danger" : "pri"}>{props.submit}</SubmitButton>
        </div>
      </PostForm>
    </RouteDialog>
  );
}
