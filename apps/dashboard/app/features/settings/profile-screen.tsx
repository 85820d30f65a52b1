import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import { NewPasswordFields, usePasswordLabels } from "../identity/new-password-fields.tsx";
import { SettingsFrame, type SettingsPage } from "./settings-frame.tsx";

export interface ProfileProps {
  open: readonly SettingsPage[];
  email: string;
  /** Field name: the stored one, or what was refused. Posts `intent=profile`. */
  profile: FormState;
  /** Fields current, password, confirm. Posts `intent=password`. */
  password?: FormState;
}

export function Profile({ open, email, profile, password }: ProfileProps) {
  const { t } = useWords(["settings", "common"]);
  const passwordLabels = usePasswordLabels();
  const labels = { name: t("profile.name") };
  return (
    <SettingsFrame page="profile" open={open}>
      <div className="narrow">
        <PostForm id="profile" state={profile}>
          <input type="hidden" name="intent" value="profile" />
          <ErrorSummary form="profile" state={profile} labels={labels} safe={t("profile.safe")} />
          <Section title={t("profile.you")} about={t("profile.youAbout")}>
            <div>
              <Field name="name" label={labels.name} autoComplete="name" maxLength={120} />
              <Field
                name="email"
                label={t("profile.email")}
                hint={t("profile.emailHint")}
                value={email}
                readOnly
                translate="no"
              />
              <SubmitButton kind="pri">{t("common:saveChanges")}</SubmitButton>
            </div>
          </Section>
        </PostForm>
        <PostForm id="password" state={password}>
          <input type="hidden" name="intent" value="password" />
          <ErrorSummary form="password" state={password} labels={passwordLabels} safe={t("profile.safe")} />
          <Section title={t("profile.password")} about={t("profile.passwordAbout")}>
            <div>
              <Field
                name="current"
                label={passwordLabels.current}
                type="password"
                autoComplete="current-password"
              />
              <NewPasswordFields />
              <SubmitButton>{t("profile.changePassword")}</SubmitButton>
            </div>
          </Section>
        </PostForm>
      </div>
    </SettingsFrame>
  );
}
