import { Download } from "lucide-react";
import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { BulkAction } from "./confirm-dialog.tsx";

interface BulkRunScreenProps {
  run: {
    id: string;
    action: BulkAction;
    total: number;
    done: number;
    failed: number;
    /** Instant; null while it is under way. */
    finishedAt: string | null;
  };
  failures: { id: string; name: string; email: string; why: string }[];
  /** There are more than these: the file holds all of them. */
  more: boolean;
}

export function BulkRunScreen({ run, failures, more }: BulkRunScreenProps) {
  const { t } = useWords(["bulk", "common", "resellers"]);
  const format = useFormat();
  const { total, done, failed, finishedAt } = run;
  const crumbs = [{ words: t("common:nav.partners") }, { words: t("resellers:title"), to: "/resellers" }];
  return (
    <>
      <PageHeader title={t(`title.${run.action}`, { count: total })} crumbs={crumbs} />
      <main className="body fit" id="main">
        <Card
          title={finishedAt ? t("state.finished") : t("state.going")}
          end={finishedAt && <time className="muted small">{format.moment(finishedAt)}</time>}
        >
          <div className="pad stack">
            <p role="status">
              {t("state.counted", {
                done: format.number(done),
                total: format.number(total),
                failed: format.number(failed),
              })}
            </p>
            <Progress label={t("state.going")} done={done + failed} total={total} />
            {!finishedAt && (
              <noscript>
                <Link to={`/bulk-runs/${run.id}`}>{t("state.look")}</Link>
              </noscript>
            )}
          </div>
        </Card>
        {failures.length > 0 && (
          <Card
            title={t("failed.title", { count: failed })}
            end={
              <ButtonLink to={`/bulk-runs/${run.id}/failures.csv`} icon={Download} size="sm" reload>
                {t("failed.csv")}
              </ButtonLink>
            }
          >
            <ul className="rows">
              {failures.map((row) => (
                <li key={row.id} className="row">
                  <Link className="link" to={`/resellers/${row.id}`} translate="no">
                    {row.name}
                  </Link>
                  <span className="sp muted">{row.why}</span>
                </li>
              ))}
            </ul>
            {more && <p className="pad muted small">{t("failed.more", { count: failures.length })}</p>}
          </Card>
        )}
      </main>
    </>
  );
}
