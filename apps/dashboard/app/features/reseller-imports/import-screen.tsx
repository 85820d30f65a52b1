import "../../words/reseller-imports.ts";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import type { FormState } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useWords } from "../../words/use-words.tsx";
import { MappingForm, type MappingOptions } from "./mapping-form.tsx";
import { CheckedCard, FinishedCard } from "./outcome-cards.tsx";
import { RowsCard, type RowsView } from "./rows-card.tsx";
import type { ImportFacts, RowFacts } from "./types.ts";

interface ImportScreenProps {
  facts: ImportFacts;
  rows: RowFacts[];
  view: RowsView;
  options: MappingOptions;
  state?: FormState;
  /** The confirmation of the removal, over the page. */
  children?: ReactNode;
}

/** One file on its way: choose columns, see what each row would become, create, see what came of it. */
export function ImportScreen({ facts, rows, view, options, state, children }: ImportScreenProps) {
  const { t } = useWords(["reseller-imports", "resellers", "common"]);
  const crumbs = [
    { words: t("resellers:title"), to: "/resellers" },
    { words: t("title"), to: "/resellers/import" },
  ];
  const going = facts.state === "checking" || facts.state === "creating";
  const remove = !going && (
    <ButtonLink to={`/reseller-imports/${facts.id}/remove`}>{t("remove.action")}</ButtonLink>
  );
  return (
    <>
      <PageHeader title={facts.fileName} titleIsData crumbs={crumbs} actions={remove} />
      <main className="body fit" id="main">
        {going && <Going facts={facts} />}
        {facts.state === "checked" && <CheckedCard facts={facts} />}
        {facts.state === "finished" && <FinishedCard facts={facts} />}
        {facts.state !== "mapping" && <RowsCard id={facts.id} rows={rows} view={view} />}
        {(facts.state === "mapping" || facts.state === "checked") && (
          <MappingForm facts={facts} options={options} state={state} />
        )}
        {children}
      </main>
    </>
  );
}

function Going({ facts: { id, state, counts, total } }: { facts: ImportFacts }) {
  const { t } = useWords("reseller-imports");
  const checking = state === "checking";
  const all = checking ? total : counts.ready + counts.created + counts.failed;
  const done = checking ? total - counts.waiting : counts.created + counts.failed;
  const title = t(checking ? "going.checking" : "going.creating");
  return (
    <Card title={title} className="gap-bottom">
      <div className="pad stack">
        <p role="status">{t("going.counted", { done, total: all })}</p>
        <Progress label={title} done={done} total={all} />
        <noscript>
          <Link to={`/reseller-imports/${id}`}>{t("going.look")}</Link>
        </noscript>
      </div>
    </Card>
  );
}
