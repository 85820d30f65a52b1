import { useTranslation } from "react-i18next";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { type DemoSignIn, DemoSignIns } from "./demo-sign-ins.tsx";
import { type DemoContents, RemoveDemo } from "./remove-demo.tsx";
import { SlugField } from "./slug-field.tsx";

/** Here and not in the words, which travel to every tenant's pages. */
const productName = "Tenantry";

export interface WelcomeProps {
  host: string;
  /** undefined = there is no demo (any more). */
  demo?: { signIns: DemoSignIn[]; contents: DemoContents };
  address: { before: string; after: string };
  /** Fields name, slug, ownerName, ownerEmail. Posts `intent=start`. */
  state?: FormState;
}

/** The first page of an installation that listens on this machine only. */
export function Welcome({ host, demo, address, state }: WelcomeProps) {
  const { t } = useTranslation("operator");
  return (
    <PublicFrame
      tenant={{ name: productName, host }}
      title={t("welcome.title", { name: productName })}
      lead={t("welcome.lead")}
      wide
    >
      <div className="stack">
        {demo && (
          <Card title={t("welcome.demo")}>
            <p className="help pad">{t("welcome.demoAbout")}</p>
            <DemoSignIns signIns={demo.signIns} />
          </Card>
        )}
        <OwnAgency address={address} state={state} />
        {demo && <RemoveDemo contents={demo.contents} />}
      </div>
    </PublicFrame>
  );
}

function OwnAgency({ address, state }: Pick<WelcomeProps, "address" | "state">) {
  const { t } = useTranslation("operator");
  const labels = {
    name: t("welcome.name"),
    slug: t("welcome.slug"),
    ownerName: t("welcome.ownerName"),
    ownerEmail: t("welcome.ownerEmail"),
  };
  return (
    <Card title={t("welcome.own")}>
      <PostForm state={state} className="pad">
        <input type="hidden" name="intent" value="start" />
        <p className="help gap-bottom">{t("welcome.ownAbout")}</p>
        <ErrorSummary state={state} labels={labels} safe={t("welcome.safe")} />
        <div className="two">
          <Field name="name" label={labels.name} maxLength={120} autoComplete="organization" />
          <SlugField label={labels.slug} hint={t("welcome.slugHint")} address={address} />
          <Field name="ownerName" label={labels.ownerName} maxLength={120} autoComplete="name" />
          <Field name="ownerEmail" label={labels.ownerEmail} type="email" autoComplete="email" />
        </div>
        <SubmitButton kind="pri">{t("welcome.submit")}</SubmitButton>
      </PostForm>
    </Card>
  );
}
