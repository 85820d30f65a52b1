import "../../words/features.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { type Crumb, PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";

interface FeatureFormProps {
  /** Fields key (only where one is made), name, description. */
  state?: FormState;
  withKey: boolean;
  title: string;
  crumbs: Crumb[];
  save: string;
  cancelTo: string;
}

/** What a feature is called: for making one and for changing one. */
export function FeatureForm({ state, withKey, title, crumbs, save, cancelTo }: FeatureFormProps) {
  const { t } = useWords("features");
  const labels = { key: t("form.key"), name: t("form.name"), description: t("form.description") };
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state}>
            <ErrorSummary state={state} labels={labels} safe={t("form.safe")} />
            <Section title={t("form.title")} about={t(withKey ? "form.about" : "form.aboutEdit")}>
              <div>
                <Field name="name" label={labels.name} maxLength={100} autoComplete="off" />
                {withKey && (
                  <Field
                    name="key"
                    label={labels.key}
                    hint={t("form.keyHint")}
                    maxLength={60}
                    autoComplete="off"
                    autoCapitalize="none"
                    spellCheck={false}
                  />
                )}
                <Field
                  name="description"
                  label={labels.description}
                  hint={t("form.descriptionHint")}
                  maxLength={500}
                  autoComplete="off"
                  optional
                />
              </div>
            </Section>
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={save}
        cancelTo={cancelTo}
        refused={state?.errors !== undefined || state?.formError !== undefined}
      />
    </>
  );
}
