import "../../words/commissions.ts";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Commission } from "./types.ts";

/** What was disputed about a line and how it was answered, the newest first. */
export function DisputesCard({ disputes }: Pick<Commission, "disputes">) {
  const { t } = useWords("commissions");
  const format = useFormat();
  return (
    <Card title={t("dispute.title")}>
      <ul className="list">
        {disputes.map(({ id, reason, openedAt, outcome, answer, settledAt }) => (
          <li key={id}>
            <div className="stack">
              <span className="row">
                <Badge tone={outcome ? "none" : "warn"}>{t(`dispute.outcome.${outcome ?? "open"}`)}</Badge>
                <time className="muted small" dateTime={openedAt}>
                  {format.moment(openedAt)}
                </time>
              </span>
              <span className="wrap-any" translate="no">
                {reason}
              </span>
              {settledAt && (
                <span className="muted wrap-any">
                  <time dateTime={settledAt}>{format.moment(settledAt)}</time>
                  {answer && <span translate="no">: {answer}</span>}
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
