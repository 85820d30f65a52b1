import "../../words/webhooks.ts";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { Answered } from "./answered.tsx";
import type { Answered as Facts } from "./types.ts";

/** One time that a message was sent. */
export interface Try extends Facts {
  number: number;
  /** Instant. */
  at: string;
  durationMs: number;
  /** The answer's beginning, secrets blacked out. */
  answer: string | null;
}

/** Every attempt, the newest first, with what the receiver said. */
export function AttemptsCard({ tries }: { tries: Try[] }) {
  const { t } = useWords("webhooks");
  return (
    <Card title={t("attempt.title")}>
      {tries.length === 0 ? (
        <p className="help pad">{t("attempt.none")}</p>
      ) : (
        <ol className="rows">
          {tries.map((one, at) => (
            <Attempt key={one.number} one={one} newest={at === 0} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function Attempt({ one, newest }: { one: Try; newest: boolean }) {
  const { t } = useWords("webhooks");
  const format = useFormat();
  return (
    <li>
      <div className="row">
        <b className="strong">{t("attempt.number", { number: format.number(one.number) })}</b>
        <Answered status={one.status} failure={one.failure} />
        <span className="muted">{t("attempt.took", { ms: format.number(one.durationMs) })}</span>
        <time className="muted sp" dateTime={one.at}>
          {format.moment(one.at)}
        </time>
      </div>
      {one.answer && (
        <details open={newest}>
          <summary className="link">{t("attempt.answer")}</summary>
          <pre className="plain" translate="no">
            {one.answer}
          </pre>
        </details>
      )}
    </li>
  );
}
