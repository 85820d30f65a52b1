import { ink, type Look, language, lookOf } from "../platform/pdf/look.ts";
import { Sheet } from "../platform/pdf/sheet.ts";
import { type Column, drawTable, type Part } from "../platform/pdf/table.ts";
import { t } from "../words/index.ts";
import type { Printed } from "./schemas.ts";

type Currency = Printed["currencies"][number];

const sums = ["opening", "earned", "takenBack", "adjusted", "paidOut", "cameBack", "closing"] as const;

/** Draws a reseller's statement of a month as a tagged PDF (PDF/UA): the sums of each currency, and the movements they add up. */
export async function drawStatement(statement: Printed): Promise<Buffer> {
  const { front, zone, reseller, month, payer } = statement;
  const days = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
  const title = t("pdf:statement.title", { month: days.format(new Date(`${month}-01T00:00:00Z`)) });
  const facts = { title, author: front.name, language, at: new Date(statement.asOf) };
  const sheet = new Sheet(facts);
  const look = lookOf({ color: front.color, zone, currency: statement.currencies[0]?.currency ?? "EUR" });
  sheet.rule(sheet.y, look.rule, 4);
  sheet.y += 24;
  sheet.write(sheet.part("Sect"), "P", front.name, { ...look.strong, size: 13, color: look.accent });
  sheet.y += 14;
  const head = sheet.part("Sect");
  sheet.write(head, "H1", title, { size: 20, weight: 600, color: ink });
  sheet.y += 6;
  sheet.write(head, "P", t("pdf:statement.between", { payer, reseller: reseller.name }), look.text);
  sheet.write(head, "P", t("pdf:statement.asOf", { day: look.day(statement.asOf) }), look.small);
  if (statement.currencies.length === 0) sheet.write(head, "P", t("pdf:statement.empty"), look.text);
  for (const currency of statement.currencies)
    drawCurrency(
      sheet,
      statement,
      currency,
      lookOf({ color: front.color, zone, currency: currency.currency }),
    );
  if (!statement.isWhole) sheet.write(sheet.part("Sect"), "P", t("pdf:statement.cut"), look.small);
  return sheet.finish(
    (page, pages) => ({ left: `${reseller.name} · ${month}`, right: t("pdf:foot.page", { page, pages }) }),
    look.small,
  );
}

function drawCurrency(sheet: Sheet, { lines }: Printed, currency: Currency, look: Look) {
  const looks = { head: look.small, rule: look.rule };
  const cell = (words: string, style = look.text): Part[] => [{ words, style }];
  const amounts: Column = { words: t("pdf:statement.amount"), width: 110, align: "right" };
  sheet.y += 16;
  sheet.room(120);
  const title = t("pdf:statement.currency", { currency: currency.currency });
  sheet.write(sheet.part("Sect"), "H2", title, { ...look.strong, size: 12 });
  sheet.y += 6;
  const rows = sums.map((sum) => {
    const style = sum === "opening" || sum === "closing" ? look.strong : look.text;
    return [cell(t(`pdf:statement.sum.${sum}`), style), cell(look.money(currency[`${sum}Minor`]), style)];
  });
  const held = [
    cell(t("pdf:statement.sum.held"), look.small),
    cell(look.money(currency.heldMinor), look.small),
  ];
  drawTable(sheet, [{ words: t("pdf:statement.what") }, amounts], [...rows, held], looks);
  const own = lines.filter((line) => line.currency === currency.currency);
  if (own.length === 0) return;
  sheet.y += 12;
  const columns = [
    { words: t("pdf:statement.day"), width: 76 },
    { words: t("pdf:statement.what") },
    { words: t("pdf:statement.about"), width: 150 },
    amounts,
  ];
  const moved = own.map(({ at, kind, commission, payout, amountMinor }) => [
    cell(look.day(at)),
    cell(t(`pdf:statement.kind.${kind}`)),
    [
      { words: commission?.invoice.code ?? payout?.code ?? "", style: look.text },
      ...(commission ? [{ words: commission.customer, style: look.small }] : []),
    ],
    cell(look.money(amountMinor)),
  ]);
  drawTable(sheet, columns, moved, looks);
}
