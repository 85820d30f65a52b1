import "../../words/commissions.ts";
import { InfoTip } from "../../ui/tooltip.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useLineFacts } from "./line-facts.tsx";
import type { CommissionRow, Reader } from "./types.ts";

/** How an amount came about, beside it. */
export function LineTip(props: { line: CommissionRow } & Reader) {
  const { t } = useWords("commissions");
  const [first, ...more] = useLineFacts(props);
  const { amountMinor, currency } = props.line;
  return (
    <InfoTip label={t("line.how", { amount: useFormat().money(amountMinor, currency) })}>
      <b>{first}</b>
      {more.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </InfoTip>
  );
}
