import type { usageQuarantine } from "@tenantry/core/usage/index";
import type { DaysDrawing } from "../../ui/chart/days-chart.tsx";
import type { DayValues } from "../../ui/chart/draw-days.ts";

/** What a period used of one meter. */
export interface MeterUse {
  /** Key of the meter: messages, whatsapp_messages, team_members. */
  meter: string;
  used: number;
  /** What the plan includes, or a lower allowance; null = no limit. */
  included: number | null;
  /** It is an allowance that limits it. */
  byAllowance?: boolean;
  /** Where the period ends at this pace. */
  forecast?: number;
  /** The day on which the allowance is used up at this pace. */
  reachedOn?: string;
}

/** Usage by day. `drawing` is made by drawDays() in the loader from the same days. */
export interface UsageDays {
  /** Calendar dates, both included. */
  from: string;
  to: string;
  /** The meters behind `first` and `second` of each day. */
  meters: [first: string, second: string];
  days: DayValues[];
  drawing: DaysDrawing;
  csvTo: string;
}

export type { QuarantineReason } from "@tenantry/core/usage/schemas";
export type QuarantinedEvent = Awaited<ReturnType<typeof usageQuarantine>>["events"][number];
