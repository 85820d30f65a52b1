import "../../words/features.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { useWords } from "../../words/use-words.tsx";
import { RuleForm, type RuleFormProps } from "./rule-form.tsx";
import { type ReleasePreview, TouchedCard } from "./touched-card.tsx";

export interface ReleaseFeatureProps extends Omit<RuleFormProps, "action" | "state"> {
  feature: { id: string; name: string; withdrawn: boolean };
  /** What the question in the address lacks. */
  asked: FormState;
  preview?: ReleasePreview;
  shown: { show: "gaining" | "losing"; kind: "reseller" | "customer"; perPage: number };
  /** The address's question, to page and load the same. */
  query: string;
  state?: FormState;
}

/** Choose to whom, look at whom it touches, release. The choice is the address; only the form below the preview changes anything. */
export function ReleaseFeature(props: ReleaseFeatureProps) {
  const { ofAgency, feature, plans, values, asked, preview, shown, query, state } = props;
  const { t } = useWords("features");
  const own = `/features/${feature.id}`;
  const crumbs = [
    { words: t("title"), to: "/features" },
    { words: feature.name, to: own, isData: true },
  ];
  const labels = { percent: t("release.percent"), types: t("release.types"), planIds: t("release.plans") };
  return (
    <>
      <PageHeader title={t("release.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <ErrorSummary state={state} labels={labels} safe={t("release.safe")} />
        <ErrorSummary state={asked} form="rule" labels={labels} safe={t("release.safe")} />
        {feature.withdrawn && <Note>{t("release.withdrawn")}</Note>}
        <RuleForm ofAgency={ofAgency} plans={plans} values={values} action={`${own}/release`} state={asked} />
        {preview ? (
          <TouchedCard
            preview={preview}
            shown={shown}
            at={`${own}/release`}
            query={query}
            ofAgency={ofAgency}
          />
        ) : (
          <p className="help">{t("release.look")}</p>
        )}
        {preview && (
          <PostForm state={state}>
            <input type="hidden" name="reach" value={values.reach} />
            {values.reach === "percentage" && <input type="hidden" name="percent" value={values.percent} />}
            {values.reach === "tier" &&
              values.types.map((type) => <input key={type} type="hidden" name="types" value={type} />)}
            {values.reach === "tier" &&
              values.planIds.map((id) => <input key={id} type="hidden" name="planIds" value={id} />)}
          </PostForm>
        )}
      </main>
      {preview && <SaveBar form="form" save={t("release.confirm")} cancelTo={own} />}
    </>
  );
}
