import { momentIn } from "@tenantry/core/words/moment";
import { moneyIn } from "@tenantry/core/words/money";
import { createContext, type ReactNode, useContext } from "react";

export type Format = ReturnType<typeof makeFormat>;

/** Language and zone are fixed by the server, so that its page and the browser's hydration write the same text. */
const Place = createContext<Format | undefined>(undefined);

export function PlaceProvider(props: { language: string; zone: string; children: ReactNode }) {
  return <Place value={formatOf(props.language, props.zone)}>{props.children}</Place>;
}

export function useFormat(): Format {
  return useContext(Place) ?? formatOf("en-GB", "UTC");
}

const mostPlaces = 100;
const formats = new Map<string, Format>();

/** A place's formats, made once: making them takes longer than a page of rows takes to draw. */
function formatOf(language: string, zone: string): Format {
  const key = `${language} ${zone}`;
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= mostPlaces) formats.clear();
  const made = makeFormat(language, zone);
  formats.set(key, made);
  return made;
}

/** Days ("2026-11-20") are calendar dates and keep their date everywhere; instants are shown in the tenant's zone. */
function makeFormat(language: string, zone: string) {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const rate = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });
  const share = { style: "percent", maximumFractionDigits: 1 } as const;
  const change = new Intl.NumberFormat(language, share);
  const hugeChange = new Intl.NumberFormat(language, { ...share, notation: "compact" });
  const date = { day: "numeric", month: "short", year: "numeric" } as const;
  const day = new Intl.DateTimeFormat(language, { ...date, timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  const monthYear = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
  const shortMonth = new Intl.DateTimeFormat(language, { month: "short", year: "numeric", timeZone: "UTC" });
  const instant = new Intl.DateTimeFormat(language, { ...date, timeZone: zone });
  const moment = momentIn(language, zone);
  const money = moneyIn(language);
  const shortMoney = moneyIn(language, "compact");
  return {
    number: (value: number) => number.format(value),
    percent: (share: number) => percent.format(share),
    /** Hundredfold and more in short ("1.2M%"): after a near empty month only its size says something. */
    change: (share: number) => (Math.abs(share) < 100 ? change : hugeChange).format(Math.abs(share)),
    /** Basis points: "12.5%". */
    rate: (bps: number) => rate.format(bps / 10_000),
    day: (value: string) => tidy(day.format(dayOf(value))),
    shortDay: (value: string) => tidy(shortDay.format(dayOf(value))),
    month: (value: string) => month.format(dayOf(value)),
    /** Of "2026-11", or a day. */
    monthYear: (value: string) => monthYear.format(dayOf(value.padEnd(10, "-01"))),
    shortMonth: (value: string) => shortMonth.format(dayOf(value.padEnd(10, "-01"))),
    range: (from: string, to: string) => tidy(day.formatRange(dayOf(from), dayOf(to))),
    shortRange: (from: string, to: string) => tidy(shortDay.formatRange(dayOf(from), dayOf(to))),
    date: (value: string) => tidy(instant.format(new Date(value))),
    moment: (value: string) => tidy(moment(new Date(value))),
    money: (amountMinor: number, currency: string) => tidy(money(amountMinor, currency)),
    /** For the lines of a picture: "€1.2K". */
    shortMoney: (amountMinor: number, currency: string) => tidy(shortMoney(amountMinor, currency)),
  };
}

function dayOf(value: string): Date {
  return new Date(`${value.slice(0, 10)}T00:00:00Z`);
}

/** Engines differ in the kind of thin space they put round a dash; one kind keeps hydration quiet. Bare days stand close: "1–20 Nov". */
function tidy(text: string): string {
  return text.replace(/[\u2009\u202f]/g, " ").replace(/^(\d+) – /, "$1–");
}
