import "../../words/webhooks.ts";
import type { ReactNode } from "react";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field, FieldMessage } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { type Crumb, PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type EventGroup, eventGroups, eventsOf } from "./types.ts";

interface WebhookFormProps {
  ofAgency: boolean;
  /** For making one, which is not to be done twice. */
  once?: string;
  /** Fields url, description, eventTypes; a form without a script posts `eventTypes` once per tick. */
  state?: FormState;
  ticked?: readonly string[];
  title: string;
  crumbs: Crumb[];
  words: { save: string; safe: string };
  cancelTo: string;
}

/** Where an endpoint is and what it is told of: for making one and for changing one. */
export function WebhookForm(props: WebhookFormProps) {
  const { ofAgency, once, state, ticked = [], title, crumbs, words, cancelTo } = props;
  const { t } = useWords("webhooks");
  const labels = {
    url: t("form.url"),
    description: t("form.description"),
    eventTypes: t("form.eventTypes"),
  };
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state} once={once}>
            <ErrorSummary state={state} labels={labels} safe={words.safe} />
            <Section title={t("form.where")} about={t("form.whereAbout")}>
              <div>
                <Field
                  name="url"
                  label={labels.url}
                  hint={t("form.urlHint")}
                  type="url"
                  inputMode="url"
                  maxLength={500}
                  autoComplete="off"
                  spellCheck={false}
                />
                <Field
                  name="description"
                  label={labels.description}
                  hint={t("form.descriptionHint")}
                  optional
                  maxLength={200}
                  autoComplete="off"
                />
              </div>
            </Section>
            <div id="form-eventTypes" tabIndex={-1}>
              {eventGroups.map((group) => (
                <Events key={group} group={group} ofAgency={ofAgency} ticked={ticked}>
                  {group === eventGroups.at(-1) && <FieldMessage name="eventTypes" />}
                </Events>
              ))}
            </div>
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={words.save}
        cancelTo={cancelTo}
        refused={state?.errors !== undefined || state?.formError !== undefined}
      />
    </>
  );
}

interface EventsProps {
  group: EventGroup;
  ofAgency: boolean;
  /** For making one, which is not to be done twice. */
  once?: string;
  ticked: readonly string[];
  /** Stands under the choices. */
  children: ReactNode;
}

function Events({ group, ofAgency, ticked, children }: EventsProps) {
  const { t } = useWords("webhooks");
  const groups = ofAgency ? "group" : "groupOwn";
  const sentence = ofAgency ? "event" : "eventOwn";
  return (
    <Section title={t(`${groups}.${group}.title`)} about={t(`${groups}.${group}.about`)} group>
      <div>
        {eventsOf(group).map((type) => (
          <label key={type} className="tick">
            <input
              className="ck"
              type="checkbox"
              name="eventTypes"
              value={type}
              defaultChecked={ticked.includes(type)}
            />
            <div>
              <b>{t(`${sentence}.${type}`)}</b>
              <span className="mono" translate="no">
                {type}
              </span>
            </div>
          </label>
        ))}
        {children}
      </div>
    </Section>
  );
}
