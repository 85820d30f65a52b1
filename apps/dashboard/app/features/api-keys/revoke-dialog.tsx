import "../../words/keys.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ApiKeyRow } from "./types.ts";

export interface RevokeDialogProps {
  apiKey: Pick<ApiKeyRow, "name" | "lastUsedAt">;
  state?: FormState;
}

/** Posts to its own address. */
export function RevokeDialog({ apiKey, state }: RevokeDialogProps) {
  const { t } = useWords(["keys", "common"]);
  const format = useFormat();
  const used = apiKey.lastUsedAt;
  const lines = [
    t("confirm.programs"),
    used ? t("confirm.used", { date: format.date(used) }) : t("confirm.unused"),
    t("confirm.final"),
  ];
  return (
    <RouteDialog title={t("confirm.title", { name: apiKey.name })} closeTo="/settings/keys">
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines} />
      <PostForm id="revoke" state={state} className="row">
        <ButtonLink to="/settings/keys">{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t("confirm.submit")}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
