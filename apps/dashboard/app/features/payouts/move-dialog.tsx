import "../../words/payouts.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

interface MoveDialogProps {
  move: "send" | "complete" | "fail" | "cancel";
  payout: { id: string; code: string; name: string; currency: string; amountMinor: number };
  /** Field reference, where the bank has one to say. */
  state?: FormState;
}

/** What a step of a payout does, before it is taken. Posts to its own address. */
export function MoveDialog({ move, payout, state }: MoveDialogProps) {
  const { t } = useWords(["payouts", "common"]);
  const format = useFormat();
  const { id, code, name } = payout;
  const back = `/payouts/${id}`;
  const amount = format.money(payout.amountMinor, payout.currency);
  const lines = [t(`${move}.what`, { amount, name }), t(`${move}.then`)];
  if (move === "send") lines.push(t("send.after"));
  return (
    <RouteDialog title={t(`${move}.title`, { code })} closeTo={back}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines} />
      <PostForm id="move" state={state}>
        {(move === "complete" || move === "fail") && (
          <div className="gap-top">
            <Field
              name="reference"
              label={t("reference.label")}
              hint={t(`reference.${move}`)}
              maxLength={200}
              autoComplete="off"
              translate="no"
            />
          </div>
        )}
        <div className="row">
          <ButtonLink to={back}>{t("common:cancel")}</ButtonLink>
          <SubmitButton kind={move === "send" || move === "complete" ? "pri" : "danger"}>
            {t(`${move}.submit`)}
          </SubmitButton>
        </div>
      </PostForm>
    </RouteDialog>
  );
}
