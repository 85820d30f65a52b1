import "../../words/legal-entity.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";
import { ComingCard, type NextInvoices } from "./coming-card.tsx";

interface LegalEntityProps {
  open: readonly SettingsPage[];
  countries: Choice[];
  /** The stored values, or what the action refused. */
  state: FormState;
  /** This person may look and not change. */
  fixed: boolean;
  /** What another meaning of prices does, where it was asked for and not confirmed yet. */
  coming?: NextInvoices;
}

/** Who the account is on the invoices it issues. */
export function LegalEntity({ open, countries, state, fixed, coming }: LegalEntityProps) {
  const { t } = useWords(["legal-entity", "common"]);
  const names = ["name", "address", "country", "taxId", "taxBps", "prices", "iban", "bic"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(name)]));
  const save = !fixed && (
    <SaveBar
      form="form"
      save={t("common:saveChanges")}
      cancelTo="/settings/legal-entity"
      refused={state.errors !== undefined}
    />
  );
  return (
    <SettingsFrame page="legal-entity" open={open} after={save}>
      <div className="narrow">
        <p className="help gap-bottom">{t("about")}</p>
        {fixed && <Note>{t("fixed")}</Note>}
        <PostForm state={state} key={coming ? "confirm" : "edit"}>
          <ErrorSummary state={state} labels={labels} safe={t("safe")} />
          {coming && <ComingCard coming={coming} prices={state.values?.prices} />}
          <Section title={t("who")} about={t("whoAbout")}>
            <div className="two">
              <div className="all">
                <Field name="name" label={t("name")} maxLength={200} autoComplete="off" readOnly={fixed} />
              </div>
              <div className="all">
                <Field
                  name="address"
                  label={t("address")}
                  hint={t("addressHint")}
                  maxLength={500}
                  autoComplete="off"
                  readOnly={fixed}
                  optional
                />
              </div>
              <Select
                name="country"
                label={t("country")}
                choices={[{ value: "", label: t("noCountry") }, ...countries]}
                disabled={fixed}
                optional
              />
            </div>
          </Section>
          <Section title={t("tax")} about={t("taxAbout")}>
            <div className="two">
              <Field
                name="taxId"
                label={t("taxId")}
                hint={t("taxIdHint")}
                maxLength={40}
                autoComplete="off"
                translate="no"
                readOnly={fixed}
                optional
              />
              <Field
                name="taxBps"
                label={t("taxBps")}
                hint={t("taxBpsHint")}
                inputMode="decimal"
                autoComplete="off"
                readOnly={fixed}
              />
              <Select
                name="prices"
                label={t("prices")}
                hint={t("pricesHint")}
                choices={(["net", "gross"] as const).map((value) => ({
                  value,
                  label: t(`pricesChoice.${value}`),
                }))}
                disabled={fixed}
              />
            </div>
          </Section>
          <Section title={t("bank")} about={t("bankAbout")}>
            <div className="two">
              <Field
                name="iban"
                label={t("iban")}
                hint={t("ibanHint")}
                maxLength={50}
                autoComplete="off"
                translate="no"
                readOnly={fixed}
                optional
              />
              <Field
                name="bic"
                label={t("bic")}
                hint={t("bicHint")}
                maxLength={20}
                autoComplete="off"
                translate="no"
                readOnly={fixed}
                optional
              />
            </div>
          </Section>
        </PostForm>
      </div>
    </SettingsFrame>
  );
}
