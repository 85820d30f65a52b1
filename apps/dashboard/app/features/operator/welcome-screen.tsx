import "../../words/operator.ts";
import type { ReactNode } from "react";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type DemoSignIn, DemoSignIns } from "./demo-sign-ins.tsx";
import { SlugField } from "./slug-field.tsx";

/** Here and not in the words, which travel to every tenant's pages. */
const productName = "Tenantry";

export interface WelcomeProps {
  host: string;
  /** undefined = there is no demo (any more). */
  demo?: { signIns: DemoSignIn[] };
  /** What was done a moment ago. */
  said?: string;
  address: { before: string; after: string };
  /** Fields name, slug, ownerName, ownerEmail. */
  state?: FormState;
  /** A dialog over it. */
  children?: ReactNode;
}

/** The first page of an installation that listens on this machine only. */
export function Welcome({ host, demo, said, address, state, children }: WelcomeProps) {
  const { t } = useWords("operator");
  return (
    <PublicFrame
      tenant={{ name: productName, host }}
      title={t("welcome.title", { name: productName })}
      lead={t(demo ? "welcome.lead" : "welcome.leadBare")}
      wide
    >
      {said && <Note kind="good">{said}</Note>}
      <div className="stack">
        {demo && (
          <Card title={t("welcome.demo")}>
            <p className="help pad">{t("welcome.demoAbout")}</p>
            <DemoSignIns signIns={demo.signIns} />
          </Card>
        )}
        <OwnAgency address={address} state={state} besideDemo={demo !== undefined} />
        {demo && <RemoveDemo />}
      </div>
      {children}
    </PublicFrame>
  );
}

function RemoveDemo() {
  const { t } = useWords("operator");
  return (
    <Card title={t("welcome.remove")}>
      <div className="pad row">
        <span className="help">{t("welcome.removeAbout")}</span>
        <ButtonLink to="/welcome/remove-demo" kind="danger" className="sp">
          {t("welcome.removeOpen")}
        </ButtonLink>
      </div>
    </Card>
  );
}

interface OwnAgencyProps extends Pick<WelcomeProps, "address" | "state"> {
  besideDemo: boolean;
}

function OwnAgency({ address, state, besideDemo }: OwnAgencyProps) {
  const { t } = useWords("operator");
  const labels = {
    name: t("welcome.name"),
    slug: t("welcome.slug"),
    ownerName: t("welcome.ownerName"),
    ownerEmail: t("welcome.ownerEmail"),
  };
  return (
    <Card title={t("welcome.own")}>
      <PostForm state={state} className="pad">
        <p className="help gap-bottom">{t(besideDemo ? "welcome.ownAbout" : "welcome.ownAboutBare")}</p>
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
