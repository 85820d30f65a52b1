import type { reportLeakage } from "@tenantry/core/reports/leakage";
import type { listReport } from "@tenantry/core/reports/list";
import type { reportRevenue } from "@tenantry/core/reports/revenue";
import type { MonthsDrawing } from "./months-chart.tsx";

export type Revenue = Awaited<ReturnType<typeof reportRevenue>>;
export type Figures = Revenue["currencies"][number]["now"];
export type ReportRow = Awaited<ReturnType<typeof listReport>>["rows"][number];

/** Whose sales the numbers are about, and by whom they are grouped. */
export type Sold = Revenue["sold"];
export type Group = "customer" | "reseller";

/** One currency of a report, ready to be drawn. */
export interface CurrencyReport {
  currency: string;
  now: Figures;
  before: Figures;
  /** What recurs in a month, as it is now; null where the days do not reach to today. */
  mrrMinor: number | null;
  /** Revenue of each month; of one month there is no picture. */
  months: { month: string; from: string; to: string; revenueMinor: number }[];
  drawing?: MonthsDrawing;
}

/** What the bar over a report needs of the address. */
export interface RangeView {
  from: string;
  to: string;
  /** The address asked for days that are no range. */
  wrong: boolean;
  presets: { name: "thisMonth" | "lastMonth" | "thisYear" | "lastYear"; to: string; current: boolean }[];
  sold: { value: Sold; to: string; current: boolean }[];
  by: { value: Group; to: string; current: boolean }[];
  /** Everything else of the address that other days must keep. */
  keep: [name: string, value: string][];
  exportTo: string;
}

export type Leak = Awaited<ReturnType<typeof reportLeakage>>["leaks"][number];

/** A filter of what leaks as the address knows it; its words are made on the page. */
export interface LeakageFilter {
  by: "kind" | "days" | "reseller" | "customer";
  /** What is applied, and the address without it. `name` is an account's, where it is known. */
  applied?: { value: string; name?: string; removeTo: string };
  choices: { value: string; name?: string; to: string }[];
}
