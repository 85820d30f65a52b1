import { type Look, language } from "../platform/pdf/look.ts";
import type { Sheet } from "../platform/pdf/sheet.ts";
import { drawTable, type Part } from "../platform/pdf/table.ts";
import { t } from "../words/index.ts";
import { lineAmount, lineNotes } from "./line-notes.ts";
import type { Printed } from "./schemas.ts";
import { usageNotes } from "./usage-notes.ts";

/** What is billed, line by line, with each line's tax. */
export function drawLines(sheet: Sheet, paper: Printed, look: Look) {
  const right = (words: string, width: number) => ({ words, width, align: "right" as const });
  const columns = [
    { words: t("paper:item") },
    right(t("paper:quantity"), 48),
    right(t("pdf:column.rate"), 52),
    right(t("pdf:column.tax"), 76),
    right(t(paper.pricesIncludeTax && paper.taxMinor > 0 ? "pdf:column.gross" : "pdf:column.net"), 88),
  ];
  const rows = paper.lines.map((line) => cellsOf(line, paper.pricesIncludeTax, look));
  drawTable(sheet, columns, rows, { head: look.small, rule: look.rule });
}

function cellsOf(line: Printed["lines"][number], pricesIncludeTax: boolean, look: Look): Part[][] {
  const { text, small } = look;
  const note = line.kind === "change" ? "within" : line.kind === "credit" ? "credit" : undefined;
  const item = [
    { words: line.plan, style: text },
    { words: look.range(line.from, line.to), style: small },
    ...(note ? [{ words: t(`paper:${note}`), style: small }] : []),
    ...(line.usedBy ? [{ words: t("paper:usedBy", { name: line.usedBy }), style: small }] : []),
    ...[
      ...lineNotes(line, pricesIncludeTax, { number, money: look.money }),
      ...usageNotes(line.usage, { meter, number, money: look.money }),
    ].map(({ key, holds }) => ({ words: t(`paper:${key}`, holds), style: small })),
  ];
  const numbers = [
    String(line.quantity),
    look.rate(line.taxBps),
    look.money(line.taxMinor),
    look.money(lineAmount(line, pricesIncludeTax)),
  ];
  return [item, ...numbers.map((words) => [{ words, style: text }])];
}

/** The word for a meter; one that an integrator added has only its key. */
function meter(key: string): string {
  return t(`meters:${key}`, { defaultValue: key.replaceAll("_", " ") });
}

const units = new Intl.NumberFormat(language);
const number = (count: number) => units.format(count);
