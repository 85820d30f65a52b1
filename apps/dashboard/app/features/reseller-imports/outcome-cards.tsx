import "../../words/reseller-imports.ts";
import { Download } from "lucide-react";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ImportFacts } from "./types.ts";

/** What would happen, in numbers, and the button that makes it happen. */
export function CheckedCard({ facts: { id, counts } }: { facts: ImportFacts }) {
  const { t } = useWords("reseller-imports");
  const lines = [
    ...(counts.ready > 0 ? [t("checked.ready", { count: counts.ready })] : [t("checked.none")]),
    ...(counts.wrong > 0 ? [t("checked.wrong", { count: counts.wrong })] : []),
  ];
  return (
    <Card title={t("checked.title")} className="gap-bottom">
      <div className="pad stack" role="status">
        <Consequences lines={lines} />
        {counts.ready > 0 && (
          <PostForm id="start" action={`/reseller-imports/${id}/start`}>
            <SubmitButton kind="pri">{t("checked.start", { count: counts.ready })}</SubmitButton>
          </PostForm>
        )}
      </div>
    </Card>
  );
}

export function FinishedCard({ facts: { id, counts } }: { facts: ImportFacts }) {
  const { t } = useWords("reseller-imports");
  const left = counts.wrong + counts.failed;
  const lines = [
    t("finished.created", { count: counts.created }),
    ...(left > 0 ? [t("finished.left", { count: left })] : []),
  ];
  return (
    <Card title={t("finished.title")} className="gap-bottom">
      <div className="pad stack" role="status">
        <Consequences lines={lines} />
        {left > 0 && (
          <p>
            <ButtonLink to={`/reseller-imports/${id}/problems.csv`} icon={Download} reload>
              {t("rows.csv")}
            </ButtonLink>
          </p>
        )}
      </div>
    </Card>
  );
}
