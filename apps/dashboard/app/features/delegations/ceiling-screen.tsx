import "../../words/distributors.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { useWords } from "../../words/use-words.tsx";
import { CeilingFields } from "./ceiling-fields.tsx";

interface CeilingScreenProps {
  place: "distributors" | "resellers";
  upline: { id: string; name: string };
  /** Live resellers it has: whom a change touches. */
  resellers: number;
  /** Deleted ones included until they are erased: what keeps it from being taken away. */
  hanging: number;
  /** It is a reseller that could do without. */
  removable: boolean;
  state: FormState;
}

/** What an upline may do. Posts to its own address; `intent=remove` takes all of it away. */
export function CeilingScreen({ place, upline, resellers, hanging, removable, state }: CeilingScreenProps) {
  const { t } = useWords(["distributors", "resellers", "common"]);
  const own = `/${place}/${upline.id}`;
  const crumbs = [
    { words: t("common:nav.partners") },
    { words: t(place === "distributors" ? "title" : "resellers:title"), to: `/${place}` },
    { words: upline.name, to: own, isData: true },
  ];
  return (
    <>
      <PageHeader title={t("ceiling.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow stack">
          <Note>{t("ceiling.touches", { count: resellers, name: upline.name })}</Note>
          <PostForm state={state}>
            <ErrorSummary state={state} labels={{ maximum: t("field.maximum") }} safe={t("ceiling.safe")} />
            <CeilingFields />
          </PostForm>
          {removable && (
            <Card title={t("ceiling.remove")}>
              <PostForm id="remove" className="pad row">
                <input type="hidden" name="intent" value="remove" />
                <span className="help">{t("ceiling.removeAbout", { count: hanging })}</span>
                <SubmitButton kind="danger" className="sp">
                  {t("ceiling.remove")}
                </SubmitButton>
              </PostForm>
            </Card>
          )}
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("common:saveChanges")}
        cancelTo={own}
        refused={state.errors !== undefined}
      />
    </>
  );
}
