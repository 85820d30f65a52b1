import "../../words/features.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

interface LosingDialogProps {
  act: "withdraw" | "archive";
  ofAgency: boolean;
  feature: { id: string; name: string };
  /** How many have it and would lose it. */
  losing: number;
  state?: FormState;
}

/** What taking a feature from everybody does, in numbers, before it is done. */
export function LosingDialog({ act, ofAgency, feature, losing, state }: LosingDialogProps) {
  const { t } = useWords(["features", "common"]);
  const own = `/features/${feature.id}`;
  const lines = [
    t(ofAgency ? "losing" : "losingOwn", { count: losing }),
    ofAgency ? t("losingCustomers") : undefined,
    t(`${act}.back`),
  ].filter((line) => line !== undefined);
  return (
    <RouteDialog title={t(`${act}.title`, { name: feature.name })} closeTo={own}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines} />
      <PostForm id={act} state={state} className="row">
        <ButtonLink to={own}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t(`${act}.confirm`)}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
