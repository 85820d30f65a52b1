import "../../words/operator.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SlugField } from "./slug-field.tsx";

export interface CreateAgencyProps {
  address: { before: string; after: string };
  zones: Choice[];
  /** Fields name, slug, zone, ownerName, ownerEmail. */
  state?: FormState;
}

export function CreateAgency({ address, zones, state }: CreateAgencyProps) {
  const { t } = useWords("operator");
  const labels = {
    name: t("create.name"),
    slug: t("create.slug"),
    zone: t("create.zone"),
    ownerName: t("create.ownerName"),
    ownerEmail: t("create.ownerEmail"),
  };
  return (
    <>
      <PageHeader title={t("create.title")} crumbs={[{ words: t("agencies.title"), to: "/agencies" }]} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state}>
            <ErrorSummary state={state} labels={labels} safe={t("create.safe")} />
            <Section title={t("create.agency")} about={t("create.agencyAbout")}>
              <div>
                <Field name="name" label={labels.name} maxLength={120} autoComplete="off" />
                <SlugField label={labels.slug} hint={t("create.slugHint")} address={address} />
                <Select name="zone" label={labels.zone} hint={t("create.zoneHint")} choices={zones} />
              </div>
            </Section>
            <Section title={t("create.owner")} about={t("create.ownerAbout")}>
              <div className="two">
                <Field name="ownerName" label={labels.ownerName} maxLength={120} autoComplete="off" />
                <Field name="ownerEmail" label={labels.ownerEmail} type="email" autoComplete="off" />
              </div>
            </Section>
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("create.submit")}
        cancelTo="/agencies"
        refused={state?.errors !== undefined}
      />
    </>
  );
}
