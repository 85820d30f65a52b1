import "../../words/keys.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ApiKeyRow } from "./types.ts";

export interface RotateApiKeyProps {
  apiKey: Pick<ApiKeyRow, "name" | "overlap">;
  once: string;
  state?: FormState;
}

/** Hours the old secret goes on. */
const overlaps = ["0", "1", "24", "72", "168"] as const;

export function RotateApiKey({ apiKey, once, state }: RotateApiKeyProps) {
  const { t } = useWords(["keys", "settings"]);
  const format = useFormat();
  const label = t("rotation.overlap");
  const crumbs = [{ words: t("settings:title") }, { words: t("title"), to: "/settings/keys" }];
  return (
    <>
      <PageHeader title={t("rotation.title", { name: apiKey.name })} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          {apiKey.overlap && (
            <Note kind="warn">{t("rotation.earlier", { moment: format.moment(apiKey.overlap.until) })}</Note>
          )}
          <PostForm state={state} once={once}>
            <ErrorSummary state={state} labels={{ overlapHours: label }} safe={t("rotation.safe")} />
            <Section title={t("rotation.what")} about={t("rotation.about")}>
              <Select
                name="overlapHours"
                label={label}
                hint={t("rotation.hint")}
                defaultValue={state?.values?.overlapHours ?? "24"}
                choices={overlaps.map((value) => ({ value, label: t(`rotation.hours.${value}`) }))}
              />
            </Section>
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("rotation.submit")}
        cancelTo="/settings/keys"
        refused={state?.errors !== undefined}
      />
    </>
  );
}
