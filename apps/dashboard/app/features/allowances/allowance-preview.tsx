import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Given } from "./types.ts";

/** What giving so much would come to. */
export interface Preview {
  before: Given | null;
  after: Given | null;
  allocatedBefore: number;
  allocatedAfter: number;
  freeUnits: number | null;
  smallestUnits: number;
  largestUnits: number | null;
  /** Why it would be refused, in words. */
  sentence: string | null;
}

/** Before and after of everybody it touches, or why it cannot be. */
export function AllowancePreview({ preview, takenUnits }: { preview: Preview; takenUnits: number }) {
  const { t } = useWords("allowances");
  const format = useFormat();
  const { before, after, smallestUnits, largestUnits, sentence } = preview;
  const given = (one: Given | null) =>
    one ? `${format.number(one.units)} · ${t(`mode.${one.mode}`)}` : t("unlimited");
  const range =
    largestUnits === null
      ? t("give.rangeOpen", { least: format.number(smallestUnits) })
      : largestUnits < smallestUnits
        ? t("give.nothingFits")
        : t("give.range", { least: format.number(smallestUnits), most: format.number(largestUnits) });
  if (sentence)
    return (
      <Note kind="warn">
        <p>{t("give.refused", { sentence })}</p>
        <p>{range}</p>
      </Note>
    );
  const rows = [
    { what: t("give.has"), old: given(before), next: given(after) },
    {
      what: t("give.promised"),
      old: format.number(preview.allocatedBefore),
      next: format.number(preview.allocatedAfter),
    },
    {
      what: t("give.free"),
      old: "",
      next: preview.freeUnits === null ? t("unlimited") : format.number(preview.freeUnits),
    },
  ];
  return (
    <Card title={t("give.preview")} end={<span className="muted small">{range}</span>}>
      <p className="help pad">{t("give.used", { units: format.number(takenUnits) })}</p>
      <CellsTable
        caption={t("give.preview")}
        rows={rows}
        rowId={(row) => row.what}
        columns={[
          { head: t("give.number"), cell: (row) => row.what },
          { head: t("give.now"), cell: (row) => row.old, right: true },
          { head: t("give.then"), cell: (row) => row.next, right: true },
        ]}
      />
    </Card>
  );
}
