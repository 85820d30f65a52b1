import "../../words/statements.ts";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Statement } from "./types.ts";

const sums = ["opening", "earned", "takenBack", "adjusted", "paidOut", "cameBack", "closing"] as const;

/** A currency's sums, from what was owed at the beginning to what was owed at the end. What did not happen is left out. */
export function SumsCard({ sums: row }: { sums: Statement["currencies"][number] }) {
  const { t } = useWords("statements");
  const format = useFormat();
  const { currency, heldMinor } = row;
  const isEnd = (sum: (typeof sums)[number]) => sum === "opening" || sum === "closing";
  return (
    <Card title={t("detail.in", { currency })} className="gap-bottom">
      <dl className="list num">
        {sums.map((sum) => {
          const amountMinor = row[`${sum}Minor`];
          if (amountMinor === 0 && !isEnd(sum)) return null;
          const amount = format.money(amountMinor, currency);
          return (
            <div key={sum}>
              <dt>{t(`column.${sum}`)}</dt>
              <dd>{isEnd(sum) ? <b className="strong">{amount}</b> : amount}</dd>
            </div>
          );
        })}
      </dl>
      {heldMinor !== 0 && (
        <p className="foot muted small">{t("detail.held", { amount: format.money(heldMinor, currency) })}</p>
      )}
    </Card>
  );
}
