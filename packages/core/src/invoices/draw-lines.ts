import type { Line, Style } from "../platform/pdf/lines.ts";
import type { Box, Sheet } from "../platform/pdf/sheet.ts";
import { t } from "../words/index.ts";
import type { Look } from "./draw.ts";
import type { Printed } from "./schemas.ts";

const padding = 6;

/** What is billed, line by line, with each line's tax. The head stands again on every page. */
export function drawLines(sheet: Sheet, paper: Printed, look: Look) {
  const columns = columnsOf(sheet);
  const table = sheet.part("Table");
  const head = columns.map(({ words, box }) => sheet.lines(words, look.small, box.width));
  const high = Math.max(...head.map((lines) => sheet.heightOf(lines, look.small))) + padding;
  sheet.room(high + 60);
  const row = sheet.part("TR", table);
  for (const [nth, { box }] of columns.entries())
    sheet.writeAt(row, "column head", head[nth]!, look.small, { ...box, y: sheet.y });
  sheet.y += high;
  sheet.rule(sheet.y, look.rule, 1);
  for (const line of paper.lines) {
    const cells = cellsOf(line, look).map((parts, nth) =>
      parts.map(({ words, style }) => ({ style, lines: sheet.lines(words, style, columns[nth]!.box.width) })),
    );
    const height = Math.max(...cells.map((parts) => heightOf(sheet, parts))) + 2 * padding;
    if (sheet.room(height)) {
      sheet.decorate(() => {
        for (const [nth, { box }] of columns.entries())
          sheet.draw(head[nth]!, look.small, { ...box, y: sheet.y });
      });
      sheet.y += high;
      sheet.rule(sheet.y, look.rule, 1);
    }
    const of = sheet.part("TR", table);
    for (const [nth, parts] of cells.entries()) {
      const cell = sheet.part("TD", of);
      let y = sheet.y + padding;
      for (const { style, lines } of parts)
        y += sheet.writeAt(cell, "P", lines, style, { ...columns[nth]!.box, y });
    }
    sheet.y += height;
    sheet.rule(sheet.y, "#dcdce1", 0.5);
  }
}

interface Part {
  words: string;
  style: Style;
}

function columnsOf(sheet: Sheet): { words: string; box: Box }[] {
  const gap = 10;
  const widths = [48, 52, 76, 88];
  const wide = sheet.width - widths.reduce((sum, one) => sum + one + gap, 0);
  const words = [
    t("paper:item"),
    t("paper:quantity"),
    t("pdf:column.rate"),
    t("pdf:column.tax"),
    t("pdf:column.net"),
  ];
  let x = sheet.left;
  return [wide, ...widths].map((width, nth) => {
    const box: Box = { x, width, align: nth === 0 ? "left" : "right" };
    x += width + gap;
    return { words: words[nth]!, box };
  });
}

function cellsOf(line: Printed["lines"][number], look: Look): Part[][] {
  const { text, small } = look;
  const note = line.kind === "change" ? "within" : line.kind === "credit" ? "credit" : undefined;
  const item = [
    { words: line.plan, style: text },
    { words: look.range(line.from, line.to), style: small },
    ...(note ? [{ words: t(`paper:${note}`), style: small }] : []),
  ];
  const numbers = [
    String(line.quantity),
    look.rate(line.taxBps),
    look.money(line.taxMinor),
    look.money(line.netMinor),
  ];
  return [item, ...numbers.map((words) => [{ words, style: text }])];
}

function heightOf(sheet: Sheet, parts: readonly { style: Style; lines: Line[] }[]): number {
  return parts.reduce((sum, { style, lines }) => sum + sheet.heightOf(lines, style), 0);
}
