import { spacedIban } from "../legal-entities/bank.ts";
import type { Style } from "../platform/pdf/lines.ts";
import { ink, type Look, language, lookOf } from "../platform/pdf/look.ts";
import { type Element, Sheet } from "../platform/pdf/sheet.ts";
import { t } from "../words/index.ts";
import { drawLines } from "./draw-lines.ts";
import { drawTotals } from "./draw-totals.ts";
import { partiesOf } from "./parties.ts";
import type { Printed } from "./schemas.ts";

/** Draws an invoice, a credit note, or what is both invoice and receipt, as a tagged PDF (PDF/UA). The same document is the same bytes. */
export async function drawPaper(paper: Printed): Promise<Buffer> {
  const { code, front, kind, seller } = paper;
  const look = lookOf({ color: front.color, zone: paper.zone, currency: paper.currency });
  const title = t(`pdf:title.${kind === "invoice" && paper.paidAt ? "receipt" : kind}`, { code });
  const sheet = new Sheet({ title, author: front.name, language, at: new Date(paper.issuedAt) });
  drawHead(sheet, paper, look, title);
  drawParties(sheet, paper, look);
  drawLines(sheet, paper, look);
  drawTotals(sheet, paper, look);
  drawOutcome(sheet, paper, look);
  return sheet.finish(
    (page, pages) => ({ left: `${code} · ${seller.name}`, right: t("pdf:foot.page", { page, pages }) }),
    look.small,
  );
}

/** Due until the end of a day is stored as the start of the next. */
const lastDay = (dueAt: string) => new Date(Date.parse(dueAt) - 1).toISOString();

function drawHead(sheet: Sheet, paper: Printed, look: Look, title: string) {
  const { code, kind, state, credits, paidAt } = paper;
  sheet.rule(sheet.y, look.rule, 4);
  sheet.y += 24;
  sheet.write(sheet.part("Sect"), "P", paper.front.name, { ...look.strong, size: 13, color: look.accent });
  sheet.y += 14;
  sheet.write(sheet.part("Sect"), "H1", title, { size: 20, weight: 600, color: ink });
  sheet.y += 8;
  const facts = [
    ["issued", look.day(paper.issuedAt)],
    ...(kind === "invoice" ? [["due", look.day(lastDay(paper.dueAt))]] : []),
    ...(paidAt ? [["paid", look.day(paidAt)]] : []),
    ...(credits ? [["credits", credits]] : []),
    ...(state === "open" ? [["reference", code]] : []),
  ] as [string, string][];
  const width = sheet.width / facts.length;
  const list = sheet.part("L");
  const heights = facts.map(([name, value], nth) => {
    const box = { x: sheet.left + nth * width, width: width - 12 };
    const item = sheet.part("LI", list);
    const label = sheet.lines(t(`pdf:fact.${name}`), look.small, box.width);
    const high = sheet.writeAt(item, "Lbl", label, look.small, { ...box, y: sheet.y });
    const lines = sheet.lines(value, look.strong, box.width);
    return high + sheet.writeAt(item, "LBody", lines, look.strong, { ...box, y: sheet.y + high });
  });
  sheet.y += Math.max(...heights) + 20;
}

function drawParties(sheet: Sheet, paper: Printed, look: Look) {
  const { seller, buyer } = partiesOf(paper);
  const width = sheet.width / 2;
  const heights = (
    [
      ["from", seller],
      ["to", buyer],
    ] as const
  ).map(([as, party], nth) => {
    const section = sheet.part("Sect");
    const box = { x: sheet.left + nth * width, width: width - 16 };
    let y = sheet.y;
    const put = (words: string, style: Style, tag: "P" | "H2" = "P") => {
      y += sheet.writeAt(section, tag, sheet.lines(words, style, box.width), style, { ...box, y });
    };
    put(t(`paper:${as}`), look.small, "H2");
    put(party.name, look.strong);
    for (const line of [party.address, party.country]) if (line) put(line, look.text);
    if (party.taxId) put(t("paper:taxId", { id: party.taxId }), look.text);
    return y - sheet.y;
  });
  sheet.y += Math.max(...heights) + 20;
}

/** What is to be done about it, or what was. */
function drawOutcome(sheet: Sheet, paper: Printed, look: Look) {
  const { code, state, credits, paidAt, creditNotes } = paper;
  const amount = look.money(paper.totalMinor);
  const section = sheet.part("Sect");
  const say = (key: string, params: Record<string, string>) => {
    sheet.y += 4;
    sheet.write(section, "P", t(`pdf:${key}`, params), look.text);
  };
  sheet.y += 14;
  if (credits) say("credits", { amount, code: credits });
  if (state === "void") say("void", {});
  if (state === "open")
    say(paper.overdue ? "overdue" : "pay", { amount, code, day: look.day(lastDay(paper.dueAt)) });
  if (state === "open" && paper.account) {
    const { holder, iban, bic } = paper.account;
    say(bic ? "transferWithBic" : "transfer", { holder, iban: spacedIban(iban), bic: bic ?? "" });
  }
  if (paidAt) {
    headed(sheet, section, t("pdf:receipt.title"), look);
    say("receipt.paid", { amount, day: look.day(paidAt) });
  }
  if (creditNotes.length > 0) headed(sheet, section, t("pdf:notes.title"), look);
  for (const note of creditNotes) {
    const { code: noted, issuedAt, totalMinor } = note;
    say("notes.note", { code: noted, day: look.day(issuedAt), amount: look.money(-totalMinor) });
  }
}

function headed(sheet: Sheet, section: Element, words: string, look: Look) {
  sheet.y += 10;
  // Never the last line of a page.
  sheet.room(60);
  sheet.write(section, "H2", words, { ...look.strong, size: 12 });
}
