import { SubmitButton } from "../../ui/button.tsx";
import type { FormState } from "../../ui/form.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Autosave } from "../reseller-drafts/use-autosave.ts";

interface CreateBarProps {
  form: string;
  /** Undefined where no drafts are kept. */
  autosave?: Autosave;
  reviewing: boolean;
  state?: FormState;
}

/** Creating takes one press from the form as from its summary. */
export function CreateBar({ form, autosave, reviewing, state }: CreateBarProps) {
  const { t } = useWords(["resellers", "reseller-drafts"]);
  const { kept, saveNow } = autosave ?? {};
  return (
    <SaveBar
      form={form}
      save={t("create.submit")}
      cancelTo="/resellers"
      refused={state !== undefined}
      kept={kept && t(`reseller-drafts:${kept}`)}
    >
      {reviewing ? (
        <SubmitButton form={form} name="intent" value="change">
          {t("create.change")}
        </SubmitButton>
      ) : (
        <>
          {saveNow && (
            <SubmitButton
              form={form}
              name="intent"
              value="draft"
              onClick={(event) => {
                event.preventDefault();
                saveNow();
              }}
            >
              {t("reseller-drafts:save")}
            </SubmitButton>
          )}
          <SubmitButton form={form} name="intent" value="review">
            {t("create.review")}
          </SubmitButton>
        </>
      )}
    </SaveBar>
  );
}
