import type { Line, Style } from "./lines.ts";
import type { Box, Sheet } from "./sheet.ts";

const padding = 6;
const gap = 10;

/** A column: its head, and its width in points; the one without takes what is left. */
export interface Column {
  words: string;
  width?: number;
  align?: "left" | "right";
}

/** Words of a cell, one under the other. */
export interface Part {
  words: string;
  style: Style;
}

interface Looks {
  head: Style;
  rule: string;
}

/** Draws a table with a head that stands again on every page. */
export function drawTable(sheet: Sheet, columns: readonly Column[], rows: readonly Part[][][], looks: Looks) {
  const boxes = boxesOf(sheet, columns);
  const table = sheet.part("Table");
  const head = columns.map(({ words }, nth) => sheet.lines(words, looks.head, boxes[nth]!.width));
  const high = Math.max(...head.map((lines) => sheet.heightOf(lines, looks.head))) + padding;
  sheet.room(high + 60);
  const top = sheet.part("TR", table);
  for (const [nth, box] of boxes.entries())
    sheet.writeAt(top, "column head", head[nth]!, looks.head, { ...box, y: sheet.y });
  sheet.y += high;
  sheet.rule(sheet.y, looks.rule, 1);
  for (const row of rows) {
    const cells = row.map((parts, nth) =>
      parts.map(({ words, style }) => ({ style, lines: sheet.lines(words, style, boxes[nth]!.width) })),
    );
    const height = Math.max(...cells.map((parts) => heightOf(sheet, parts))) + 2 * padding;
    if (sheet.room(height)) {
      sheet.decorate(() => {
        for (const [nth, box] of boxes.entries()) sheet.draw(head[nth]!, looks.head, { ...box, y: sheet.y });
      });
      sheet.y += high;
      sheet.rule(sheet.y, looks.rule, 1);
    }
    const of = sheet.part("TR", table);
    for (const [nth, parts] of cells.entries()) {
      const cell = sheet.part("TD", of);
      let y = sheet.y + padding;
      for (const { style, lines } of parts)
        y += sheet.writeAt(cell, "P", lines, style, { ...boxes[nth]!, y });
    }
    sheet.y += height;
    sheet.rule(sheet.y, "#dcdce1", 0.5);
  }
}

function boxesOf(sheet: Sheet, columns: readonly Column[]): Box[] {
  const fixed = columns.reduce((sum, { width }) => sum + (width ? width + gap : 0), 0);
  let x = sheet.left;
  return columns.map(({ width = sheet.width - fixed, align }) => {
    const box: Box = { x, width, align: align ?? "left" };
    x += width + gap;
    return box;
  });
}

function heightOf(sheet: Sheet, parts: readonly { style: Style; lines: Line[] }[]): number {
  return parts.reduce((sum, { style, lines }) => sum + sheet.heightOf(lines, style), 0);
}
