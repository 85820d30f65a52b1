import { useFormat } from "../../words/format.tsx";

/** Days that a list is narrowed to; open where one is left out. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** A range of days in words: "1\u201330 Nov 2026", or with an open end. */
export function useDayRange() {
  const format = useFormat();
  return ({ from, to }: DayRange) => {
    if (from && to && from <= to) return format.range(from, to);
    return `${from ? format.day(from) : ""} \u2013 ${to ? format.day(to) : ""}`.trim();
  };
}
