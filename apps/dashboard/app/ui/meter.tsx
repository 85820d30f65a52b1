import clsx from "clsx";
import { TriangleAlert } from "lucide-react";
import { useFormat } from "../words/format.tsx";
import { useWords } from "../words/use-words.tsx";
import { Icon } from "./icon.tsx";

export type MeterState = "fine" | "hi" | "over";

export function meterState(used: number, included: number): MeterState {
  if (used > included) return "over";
  return used >= included * 0.9 ? "hi" : "fine";
}

/** Drawn, not spoken: the numbers stand beside it. `brand` in cards, neutral in tables. */
export function Meter({ used, included, brand }: { used: number; included: number; brand?: boolean }) {
  const state = meterState(used, included);
  const width = included > 0 ? Math.min(100, Math.round((used / included) * 100)) : used > 0 ? 100 : 0;
  const look = state === "fine" ? brand && "on" : state;
  return (
    <svg className={clsx("meter", look)} aria-hidden="true">
      <rect width={`${width}%`} height="4" rx="2" />
    </svg>
  );
}

/** From 90 % it carries an icon; past the allowance it says so in a word. */
export function MeterShare({ used, included }: { used: number; included: number }) {
  const { t } = useWords();
  const format = useFormat();
  const state = meterState(used, included);
  const share = format.percent(included > 0 ? used / included : 0);
  if (state === "fine") return <span>{share}</span>;
  return (
    <span className={`flag ${state}`}>
      <Icon of={TriangleAlert} />
      {state === "over" ? t("meter.over") : share}
    </span>
  );
}
