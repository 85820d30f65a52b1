import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import type { Interval, Payer } from "./types.ts";

/** As core's diffTerms() answers it. */
export type Difference =
  | { of: "price"; currency: string; interval: Interval; before: number | null; after: number | null }
  | {
      of: "includedUnits" | "blockUnits" | "softCapUnits" | "hardCapUnits";
      meter: string;
      before: number | null;
      after: number | null;
    }
  | { of: "payer"; meter: string; before: Payer | null; after: Payer | null }
  | { of: "overage" | "cost"; meter: string; currency: string; before: number | null; after: number | null };

/** What differs between two versions, before beside after. */
export function DiffTable({ differences }: { differences: Difference[] }) {
  const { t } = useWords("plans");
  const format = useFormat();
  const name = useMeterName();
  if (differences.length === 0) return <p className="pad help">{t("detail.noDifference")}</p>;
  const value = (one: Difference, amount: number | Payer | null) => {
    if (amount === null) return t("diff.none");
    if (typeof amount === "string") return t(`payer.${amount}`);
    return "currency" in one ? format.money(amount, one.currency) : format.number(amount);
  };
  const what = (one: Difference) =>
    one.of === "price" ? t(`diff.price.${one.interval}`) : t(`diff.${one.of}`, { meter: name(one.meter) });
  const idOf = (one: Difference) =>
    [one.of, "meter" in one ? one.meter : one.interval, "currency" in one ? one.currency : ""].join(" ");
  return (
    <CellsTable
      caption={t("diff.caption")}
      columns={[
        { head: t("diff.what"), cell: what },
        { head: t("diff.before"), cell: (one) => value(one, one.before), right: true },
        { head: t("diff.after"), cell: (one) => <b>{value(one, one.after)}</b>, right: true },
      ]}
      rows={differences}
      rowId={idOf}
    />
  );
}
