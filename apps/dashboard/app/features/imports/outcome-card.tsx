import "../../words/imports.ts";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ImportFacts } from "./types.ts";

interface OutcomeCardProps {
  facts: ImportFacts;
  /** The file's own page. */
  at: string;
  /** What would be, or was, created, each in a sentence. */
  lines: string[];
  /** The words of the button that makes it happen. */
  start: string;
  /** More to know before. */
  children?: ReactNode;
}

/** What would happen, in numbers, and the button that makes it happen; later what came of it. */
export function OutcomeCard({ facts: { state, counts }, at, lines, start, children }: OutcomeCardProps) {
  const { t } = useWords("imports");
  if (state === "finished") {
    const left = counts.wrong + counts.failed;
    return (
      <Card title={t("finished.title")} className="gap-bottom">
        <div className="pad stack" role="status">
          <Consequences lines={[...lines, ...(left > 0 ? [t("finished.left", { count: left })] : [])]} />
          {left > 0 && (
            <p>
              <ButtonLink to={`${at}/problems.csv`} icon={Download} reload>
                {t("rows.csv")}
              </ButtonLink>
            </p>
          )}
        </div>
        {children}
      </Card>
    );
  }
  const wrong = counts.wrong > 0 ? [t("checked.wrong", { count: counts.wrong })] : [];
  const found = counts.ready > 0 ? lines : [t("checked.none")];
  const button = counts.ready > 0 && (
    <PostForm id="start" action={`${at}/start`}>
      <SubmitButton kind="pri">{start}</SubmitButton>
    </PostForm>
  );
  return (
    <Card title={t("checked.title")} className="gap-bottom">
      <div className="pad stack" role="status">
        <Consequences lines={[...found, ...wrong]} />
        {!children && button}
      </div>
      {children}
      {children && button && <div className="pad">{button}</div>}
    </Card>
  );
}
