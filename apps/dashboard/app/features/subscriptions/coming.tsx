import "../../words/subscriptions.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Shown } from "./types.ts";

/** What comes of it: the day it goes on, ends, or has ended. */
export function Coming({ row }: { row: Shown }) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const { state, cancelled, period, endedAt } = row;
  if (state === "ended") return endedAt ? format.date(endedAt) : null;
  const ends = cancelled || state === "trial";
  return (
    <time className="num" dateTime={period.to}>
      {t(ends ? "card.ends" : "card.renews", { date: format.day(period.to) })}
    </time>
  );
}
