import { Field } from "../../ui/field.tsx";
import { RadioCard } from "../../ui/radio-card.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";

/**
 * The password fields show by style alone once "Set a password" is chosen. `chosen` = that is settled, and only the
 * password is still asked for: a page that came back from the server never has it.
 */
export function FirstSignInSection({ chosen }: { chosen?: "link" | "password" }) {
  const { t } = useWords("resellers");
  return (
    <Section title={t("section.firstSignIn")} about={t("section.firstSignInAbout")} group>
      <div className="stack">
        <div className="two" hidden={chosen !== undefined}>
          <RadioCard
            name="firstSignIn"
            value="link"
            title={t("field.link")}
            about={t("field.linkAbout")}
            preset
          />
          <RadioCard
            name="firstSignIn"
            value="password"
            title={t("field.setPassword")}
            about={t("field.setPasswordAbout")}
          />
        </div>
        <div className="two if-password">
          <Field
            name="password"
            label={t("field.password")}
            hint={t("field.passwordHint")}
            type="password"
            autoComplete="new-password"
          />
          <Field
            name="confirmPassword"
            label={t("field.confirm")}
            type="password"
            autoComplete="new-password"
          />
        </div>
      </div>
    </Section>
  );
}
