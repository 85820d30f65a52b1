import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface AuditChainProps {
  /** Links before this part. */
  after: number;
  result: {
    checked: number;
    head: { seq: number; hash: string } | null;
    unsealed: number | null;
    problems: {
      problem: "changed" | "missing" | "gap" | "inserted" | "truncated";
      seq: number | null;
      entryId: string | null;
    }[];
    next: number | null;
  };
}

export function AuditChain({ after, result }: AuditChainProps) {
  const { t } = useWords(["audit", "settings"]);
  const format = useFormat();
  const { checked, head, unsealed, problems, next } = result;
  const crumbs = [{ words: t("settings:title") }, { words: t("title"), to: "/settings/audit" }];
  const good = problems.length === 0;
  return (
    <>
      <PageHeader title={t("chain.title")} crumbs={crumbs} />
      <main className="body fit" id="main">
        <div className="narrow">
          <Note kind={!good ? "err" : checked > 0 ? "good" : "plain"}>
            {good && checked === 0
              ? t("chain.nothing")
              : good
                ? t("chain.good", { from: format.number(after + 1), to: format.number(after + checked) })
                : t("chain.bad", { count: problems.length })}
          </Note>
          <p className="help gap-bottom">{t("chain.about")}</p>
          {!good && (
            <Card title={t("chain.problems")}>
              <ul className="pad">
                {problems.slice(0, 100).map(({ problem, seq, entryId }) => (
                  <li key={`${problem} ${seq} ${entryId}`}>
                    {t(`chain.problem.${problem}`)}{" "}
                    {seq !== null && <span className="mono">#{format.number(seq)}</span>}{" "}
                    {entryId && (
                      <Link to={`/settings/audit/${entryId}`} translate="no">
                        {entryId}
                      </Link>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {unsealed !== null && <p className="help gap-bottom">{t("chain.unsealed", { count: unsealed })}</p>}
          {head && (
            <Card title={t("chain.head")}>
              <div className="pad">
                <CopyLine
                  label={t("chain.headLabel", { seq: format.number(head.seq) })}
                  value={`${head.seq} ${head.hash}`}
                  hint={t("chain.headHint")}
                />
              </div>
            </Card>
          )}
          {next !== null && (
            <ButtonLink to={`/settings/audit/chain?after=${next}`} kind="pri">
              {t("chain.next")}
            </ButtonLink>
          )}
        </div>
      </main>
    </>
  );
}
