import "../../words/webhooks.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useWebhookCrumbs } from "./crumbs.ts";
import type { WebhookRow } from "./types.ts";

export interface RotateWebhookProps {
  webhook: Pick<WebhookRow, "id" | "host" | "overlap">;
  once: string;
  state?: FormState;
}

/** Hours the old secret signs too. */
const overlaps = ["0", "1", "24", "72", "168"] as const;

export function RotateWebhook({ webhook, once, state }: RotateWebhookProps) {
  const { t } = useWords("webhooks");
  const format = useFormat();
  const label = t("rotation.overlap");
  const crumbs = useWebhookCrumbs(webhook);
  return (
    <>
      <PageHeader title={t("rotation.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          {webhook.overlap && (
            <Note kind="warn">{t("rotation.earlier", { moment: format.moment(webhook.overlap.until) })}</Note>
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
        cancelTo={`/settings/webhooks/${webhook.id}`}
        refused={state?.errors !== undefined}
      />
    </>
  );
}
