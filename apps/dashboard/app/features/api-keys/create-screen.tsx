import "../../words/keys.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field, FieldMessage } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type KeyScope, scopeWord } from "./types.ts";

export interface CreateApiKeyProps {
  /** What this person may give: never more than own rights. */
  scopes: readonly KeyScope[];
  once: string;
  /** Scopes ticked before; a form without a script posts `scopes` once per tick. */
  ticked?: readonly string[];
  /** Fields name, expiresInDays, scopes. */
  state?: FormState;
}

/** Days until the key ends; none = it does not. */
const ends = ["", "30", "90", "365"] as const;

export function CreateApiKey({ scopes, once, ticked = [], state }: CreateApiKeyProps) {
  const { t } = useWords(["keys", "settings"]);
  const labels = { name: t("new.name"), scopes: t("new.scopes"), expiresInDays: t("new.expires") };
  return (
    <>
      <PageHeader
        title={t("new.title")}
        crumbs={[{ words: t("settings:title") }, { words: t("title"), to: "/settings/keys" }]}
      />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state} once={once}>
            <ErrorSummary state={state} labels={labels} safe={t("new.safe")} />
            <Section title={t("new.what")} about={t("new.whatAbout")}>
              <div>
                <Field
                  name="name"
                  label={labels.name}
                  hint={t("new.nameHint")}
                  maxLength={80}
                  autoComplete="off"
                />
                <Select
                  name="expiresInDays"
                  label={labels.expiresInDays}
                  hint={t("new.expiresHint")}
                  choices={ends.map((days) => ({ value: days, label: t(`new.ends.${days || "never"}`) }))}
                />
              </div>
            </Section>
            <Section title={labels.scopes} about={t("new.scopesAbout")} group>
              <div id="form-scopes" tabIndex={-1}>
                {scopes.map((scope) => (
                  <label key={scope} className="tick">
                    <input
                      className="ck"
                      type="checkbox"
                      name="scopes"
                      value={scope}
                      defaultChecked={ticked.includes(scope)}
                    />
                    <div>
                      <b>{t(`scope.${scopeWord(scope)}`)}</b>
                      <span className="mono" translate="no">
                        {scope}
                      </span>
                    </div>
                  </label>
                ))}
                <FieldMessage name="scopes" />
              </div>
            </Section>
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("new.submit")}
        cancelTo="/settings/keys"
        refused={state?.errors !== undefined}
      />
    </>
  );
}
