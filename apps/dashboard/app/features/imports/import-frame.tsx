import "../../words/imports.ts";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ImportFacts } from "./types.ts";

interface ImportFrameProps {
  facts: ImportFacts;
  /** The file's own page. */
  at: string;
  crumbs: ComponentProps<typeof PageHeader>["crumbs"];
  /** What goes on while its rows are created. */
  creating: string;
  outcome: ReactNode;
  rows: ReactNode;
  mapping: ReactNode;
  /** The confirmation of the removal, over the page. */
  children?: ReactNode;
}

/** One file on its way: choose columns, see what each row would become, create, see what came of it. */
export function ImportFrame(props: ImportFrameProps) {
  const { facts, at, crumbs, outcome, rows, mapping, children } = props;
  const { t } = useWords("imports");
  const { state } = facts;
  const going = state === "checking" || state === "creating";
  const remove = !going && <ButtonLink to={`${at}/remove`}>{t("remove.action")}</ButtonLink>;
  return (
    <>
      <PageHeader title={facts.fileName} titleIsData crumbs={crumbs} actions={remove} />
      <main className="body fit" id="main">
        {going && <Going {...props} />}
        {(state === "checked" || state === "finished") && outcome}
        {state !== "mapping" && rows}
        {(state === "mapping" || state === "checked") && mapping}
        {children}
      </main>
    </>
  );
}

function Going({ facts: { state, counts, total }, at, creating }: ImportFrameProps) {
  const { t } = useWords("imports");
  const checking = state === "checking";
  const all = checking ? total : counts.ready + counts.created + counts.failed;
  const done = checking ? total - counts.waiting : counts.created + counts.failed;
  const title = checking ? t("going.checking") : creating;
  return (
    <Card title={title} className="gap-bottom">
      <div className="pad stack">
        <p role="status">{t("going.counted", { done, total: all })}</p>
        <Progress label={title} done={done} total={all} />
        <noscript>
          <Link to={at}>{t("going.look")}</Link>
        </noscript>
      </div>
    </Card>
  );
}
