import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import { usePriceWords } from "./price-words.ts";
import type { MeterTerms, Terms } from "./types.ts";

/** What a version says: its prices, and a row per meter. */
export function TermsTable({ terms, includedTaxBps }: { terms: Terms; includedTaxBps: number }) {
  const { t } = useWords("plans");
  const format = useFormat();
  const name = useMeterName();
  const price = usePriceWords(includedTaxBps);
  const units = (value: number | null) => (value === null ? t("diff.none") : format.number(value));
  const more = ({ overages, blockUnits }: MeterTerms) =>
    overages
      .filter(({ amountMinor }) => amountMinor !== null)
      .map(({ amountMinor, currency }) =>
        t(includedTaxBps > 0 ? "terms.blockTaxed" : "terms.block", {
          amount: format.money(amountMinor ?? 0, currency),
          units: format.number(blockUnits),
        }),
      );
  return (
    <>
      <p className="pad num">{terms.prices.map(price).join(", ") || t("noPrice")}</p>
      {terms.meters.length > 0 && (
        <CellsTable
          caption={t("terms.caption")}
          columns={[
            { head: t("terms.meter"), cell: (row) => name(row.meter) },
            { head: t("terms.included"), cell: (row) => units(row.includedUnits), right: true },
            {
              head: t("terms.more"),
              cell: (row) => more(row).join(", ") || t("terms.notCharged"),
              right: true,
            },
            { head: t("terms.payer"), cell: (row) => (row.payer ? t(`payer.${row.payer}`) : t("diff.none")) },
            { head: t("terms.soft"), cell: (row) => units(row.softCapUnits), right: true },
            { head: t("terms.hard"), cell: (row) => units(row.hardCapUnits), right: true },
          ]}
          rows={terms.meters}
          rowId={({ meter }) => meter}
        />
      )}
    </>
  );
}
