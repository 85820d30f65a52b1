import "../../words/commissions.ts";
import { InfoTip } from "../../ui/tooltip.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { CommissionRow, Reader } from "./types.ts";

/** How an amount came about: what it was reckoned from, how it was rounded, whose rate it is, from when it is payable. */
export function LineTip({ line, ofAgency }: { line: CommissionRow } & Reader) {
  const { t } = useWords("commissions");
  const format = useFormat();
  const { currency, reason, source, outcome, rateBps, payableAt } = line;
  const amount = format.money(line.amountMinor, currency);
  const base = format.money(line.baseMinor, currency);
  return (
    <InfoTip label={t("line.how", { amount })}>
      {reason === "refund" ? (
        <span>{t("line.back", { base: format.money(-line.baseMinor, currency) })}</span>
      ) : (
        <>
          <b>{t("line.sum", { base, rate: format.rate(rateBps ?? 0), amount })}</b>
          <span>{t("line.rounded")}</span>
          <span>{t("line.base")}</span>
          {source && (
            <span>{t("line.frozen", { source: t(`${ofAgency ? "source" : "sourceOwn"}.${source}`) })}</span>
          )}
        </>
      )}
      {outcome === "created" && <span>{t("line.from", { date: format.date(payableAt) })}</span>}
    </InfoTip>
  );
}
