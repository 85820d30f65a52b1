import { derive } from "../../branding/derive.ts";
import { plusDays } from "../../kernel/clock.ts";
import { dayIn } from "../../words/moment.ts";
import { moneyIn } from "../../words/money.ts";
import type { Style } from "./lines.ts";

/** Documents are in British English, as the pages are. */
export const language = "en-GB";

export const ink = "#17171a";
const muted = "#5d5e66";

/** How everything on a document is written. */
export interface Look {
  text: Style;
  strong: Style;
  small: Style;
  /** In the front's colour, as dark as text on white has to be. */
  accent: string;
  rule: string;
  money(amountMinor: number): string;
  /** An instant's day in the agency's zone. */
  day(at: string): string;
  /** Days from `from` up to `to`, which is not one of them. */
  range(from: string, to: string): string;
  rate(bps: number): string;
}

/** The look of a document in a brand's colour, with amounts of one currency and days of an agency's zone. */
export function lookOf({ color, zone, currency }: { color: string; zone: string; currency: string }): Look {
  const { text: accent, mark: rule } = derive(color, false);
  const money = moneyIn(language);
  const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const utc = (day: string) => new Date(`${day}T00:00:00Z`);
  const rate = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });
  const day = dayIn(language, zone);
  return {
    text: { size: 9.5, weight: 400, color: ink },
    strong: { size: 9.5, weight: 600, color: ink },
    small: { size: 8, weight: 400, color: muted },
    ...{ accent, rule },
    money: (amountMinor) => money(amountMinor, currency),
    day: (at) => day(new Date(at)),
    range: (from, to) => days.formatRange(utc(from), utc(plusDays(to, -1))),
    rate: (bps) => rate.format(bps / 10_000),
  };
}
