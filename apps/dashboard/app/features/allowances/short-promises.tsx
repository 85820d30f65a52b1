import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";

export interface ShortPromisesProps {
  /** What is promised past what there would be, a meter each. */
  short: {
    meter: string;
    allocatedUnits: number;
    mostUnits: number | null;
    missingUnits: number;
    from: { accountId: string; name: string; before: number; after: number }[];
  }[];
  /** Taking back what is unused was chosen. */
  back: boolean;
}

/** What a smaller plan would not cover of what was promised, and from whom how much would go back. */
export function ShortPromises({ short, back }: ShortPromisesProps) {
  const { t } = useWords("allowances");
  const format = useFormat();
  const name = useMeterName();
  return short.map(({ meter, allocatedUnits, mostUnits, missingUnits, from }) => (
    <div key={meter}>
      <Note kind="warn">
        <p>
          {t("short.promised", {
            meter: name(meter),
            allocated: format.number(allocatedUnits),
            most: format.number(mostUnits ?? 0),
          })}
        </p>
        {missingUnits > 0 ? (
          <p>{t("short.used", { units: format.number(missingUnits) })}</p>
        ) : (
          !back && <p>{t("short.choose")}</p>
        )}
      </Note>
      {missingUnits === 0 && (
        <Card title={t("short.title", { meter: name(meter) })} className="gap-bottom">
          <CellsTable
            caption={t("short.title", { meter: name(meter) })}
            rows={from}
            rowId={(row) => row.accountId}
            columns={[
              { head: t("column.name"), cell: (row) => <span translate="no">{row.name}</span> },
              { head: t("give.now"), cell: (row) => format.number(row.before), right: true },
              { head: t("give.then"), cell: (row) => format.number(row.after), right: true },
              { head: t("short.back"), cell: (row) => format.number(row.before - row.after), right: true },
            ]}
          />
        </Card>
      )}
    </div>
  ));
}
