import "../../words/paper.ts";
import { lineAmount, lineNotes } from "@tenantry/core/invoices/line-notes";
import { type TaxRow, taxRows } from "@tenantry/core/invoices/tax-rows";
import { usageNotes } from "@tenantry/core/invoices/usage-notes";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import { lastBefore } from "./days.ts";
import type { Paper, PaperLine } from "./types.ts";

interface LinesTableProps {
  paper: Paper;
  /** What the total is called. */
  total: string;
}

/** What is billed and how its total comes about. */
export function LinesTable({ paper, total }: LinesTableProps) {
  const { t } = useWords("paper");
  const format = useFormat();
  const { lines, currency, pricesIncludeTax } = paper;
  const taxes = taxRows(lines);
  const sums = [
    { key: "net", words: t("subtotal"), amount: paper.netMinor },
    ...taxes.map((row) => ({
      key: `${row.bps} ${row.reason}`,
      words: row.bps > 0 ? t("tax", { rate: format.rate(row.bps) }) : t("noTax"),
      amount: row.taxMinor,
    })),
  ];
  return (
    <>
      <table className="lines num">
        <caption className="sr">{t("lines")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("item")}</th>
            <th scope="col" className="right">
              {t("quantity")}
            </th>
            <th scope="col" className="right">
              {t(pricesIncludeTax && paper.taxMinor > 0 ? "amountGross" : "amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={`${line.plan} ${line.kind} ${line.from} ${line.usage?.meter}`}
              line={line}
              currency={currency}
              pricesIncludeTax={pricesIncludeTax}
            />
          ))}
        </tbody>
        <tfoot>
          {sums.map(({ key, words, amount }) => (
            <tr key={key}>
              <th scope="row" colSpan={2} className="right">
                {words}
              </th>
              <td className="right" translate="no">
                {format.money(amount, currency)}
              </td>
            </tr>
          ))}
          <tr className="tot">
            <th scope="row" colSpan={2} className="right">
              {total}
            </th>
            <td className="right" translate="no">
              {format.money(paper.totalMinor, currency)}
            </td>
          </tr>
        </tfoot>
      </table>
      <TaxReasons rows={taxes} />
    </>
  );
}

interface LineProps extends Pick<Paper, "currency" | "pricesIncludeTax"> {
  line: PaperLine;
}

function Line({ line, currency, pricesIncludeTax }: LineProps) {
  const { t } = useWords("paper");
  const format = useFormat();
  const meter = useMeterName();
  const { plan, kind, quantity, from, to } = line;
  const { number } = format;
  const money = (amount: number) => format.money(amount, currency);
  const notes = [
    ...lineNotes(line, pricesIncludeTax, { number, money }),
    ...usageNotes(line.usage, { meter, number, money }),
  ];
  return (
    <tr>
      <td>
        <span translate="no">{plan}</span>
        <span className="muted small">
          <time dateTime={from}>{format.range(from, lastBefore(to))}</time>
        </span>
        {kind === "change" && <span className="muted small">{t("within")}</span>}
        {kind === "credit" && <span className="muted small">{t("credit")}</span>}
        {line.usedBy && (
          <span className="muted small" translate="no">
            {t("usedBy", { name: line.usedBy })}
          </span>
        )}
        {notes.map(({ key, holds }) => (
          <span key={key} className="muted small">
            {t(key, holds)}
          </span>
        ))}
      </td>
      <td className="right">{format.number(quantity)}</td>
      <td className="right" translate="no">
        {money(lineAmount(line, pricesIncludeTax))}
      </td>
    </tr>
  );
}

/** Where no tax is charged the law wants the reason on paper. */
function TaxReasons({ rows }: { rows: TaxRow[] }) {
  const { t } = useWords("paper");
  return rows.map(
    ({ bps, reason }) =>
      reason !== "standard" && (
        <p key={`${bps} ${reason}`} className="help reason">
          {t(`reason.${reason}`)}
        </p>
      ),
  );
}
