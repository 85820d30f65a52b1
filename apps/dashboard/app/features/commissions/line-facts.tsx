import "../../words/commissions.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { CommissionRow, Reader } from "./types.ts";

/** How an amount came about: what it was reckoned from, how it was rounded, whose rate it is, from when it is payable. */
export function useLineFacts({ line, ofAgency }: { line: CommissionRow } & Reader): string[] {
  const { t } = useWords("commissions");
  const format = useFormat();
  const { currency, reason, source, outcome, rateBps, payableAt } = line;
  const amount = format.money(line.amountMinor, currency);
  const base = format.money(line.baseMinor, currency);
  const { worth } = line;
  const worthThen = worth && {
    ...{ from: currency, to: worth.currency, rate: worth.rate, source: worth.source },
    amount: format.money(worth.amountMinor, worth.currency),
  };
  const from =
    outcome === "created"
      ? [...(worthThen ? [t("line.worth", worthThen)] : []), t("line.from", { date: format.date(payableAt) })]
      : [];
  if (reason === "refund")
    return [t("line.back", { base: format.money(-line.baseMinor, currency) }), ...from];
  if (reason === "adjustment") return [t("line.adjusted"), ...from];
  if (rateBps === null) return [t(`reasonAbout.${reason}`)];
  return [
    t("line.sum", { base, rate: format.rate(rateBps), amount }),
    t("line.rounded"),
    t("line.base"),
    ...(source ? [t("line.frozen", { source: t(`${ofAgency ? "source" : "sourceOwn"}.${source}`) })] : []),
    ...from,
  ];
}

export function LineFacts(props: { line: CommissionRow } & Reader) {
  const [first, ...more] = useLineFacts(props);
  return (
    <ul className="list num">
      <li>
        <b>{first}</b>
      </li>
      {more.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
