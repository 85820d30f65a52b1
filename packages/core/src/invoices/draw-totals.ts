import type { Look } from "../platform/pdf/look.ts";
import type { Sheet } from "../platform/pdf/sheet.ts";
import { t } from "../words/index.ts";
import type { Printed } from "./schemas.ts";
import { taxRows } from "./tax-rows.ts";

/** How the total comes about, and why tax is charged or is not. */
export function drawTotals(sheet: Sheet, paper: Printed, look: Look) {
  const { kind, state } = paper;
  const taxes = taxRows(paper.lines);
  const total = kind === "credit_note" ? "credited" : state === "open" ? "due" : "total";
  const strong = { ...look.strong, size: 12, color: look.accent };
  const rows = [
    { words: t("paper:subtotal"), amount: paper.netMinor, style: look.text },
    ...taxes.map(({ bps, taxMinor }) => ({
      words: bps > 0 ? t("paper:tax", { rate: look.rate(bps) }) : t("paper:noTax"),
      ...{ amount: taxMinor, style: look.text },
    })),
    { words: t(`paper:${total}`), amount: paper.totalMinor, style: strong },
  ];
  const amounts = { x: sheet.right - 120, width: 120, align: "right" as const };
  const labels = { x: amounts.x - 190, width: 180, align: "right" as const };
  sheet.y += 6;
  sheet.room(rows.length * 22);
  const table = sheet.part("Table");
  for (const { words, amount, style } of rows) {
    sheet.y += 4;
    const row = sheet.part("TR", table);
    const label = sheet.lines(words, style, labels.width);
    const height = sheet.writeAt(row, "row head", label, style, { ...labels, y: sheet.y });
    const money = sheet.lines(look.money(amount), style, amounts.width);
    sheet.writeAt(row, "TD", money, style, { ...amounts, y: sheet.y });
    sheet.y += height;
  }
  sheet.y += 12;
  for (const { bps, reason } of taxes) {
    if (reason === "standard") continue;
    const words = t("pdf:reason", { rate: look.rate(bps), reason: t(`paper:reason.${reason}`) });
    sheet.write(sheet.part("Sect"), "P", words, look.small);
  }
}
