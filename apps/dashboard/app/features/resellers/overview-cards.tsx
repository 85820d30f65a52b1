import { type Stat, StatCard } from "../../ui/stat-card.tsx";
import { type Format, useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { OverviewCard } from "./types.ts";

export interface OverviewProps {
  /** Calendar dates of the running period so far, and the same span before it. */
  period: { from: string; to: string; beforeFrom: string; beforeTo: string };
  cards: OverviewCard[];
}

export function OverviewCards({ period, cards }: OverviewProps) {
  const { t } = useWords("resellers");
  const format = useFormat();
  return (
    <>
      <div className="row">
        <h2>{t("overview.title")}</h2>
        <span className="muted small num">
          <time>{format.range(period.from, period.to)}</time>
        </span>
        <span className="sp muted small hide">
          <span className="key">
            <span>{t("overview.now")}</span>
            <span className="s2">
              <time>{format.shortRange(period.beforeFrom, period.beforeTo)}</time>
            </span>
          </span>
        </span>
      </div>
      <section className="stats" aria-label={t("overview.label")}>
        {cards.map((card) => (
          <Overview key={card.card} card={card} against={format.month(period.beforeFrom)} />
        ))}
      </section>
    </>
  );
}

function Overview({ card, against }: { card: OverviewCard; against: string }) {
  const { t } = useWords("resellers");
  const format = useFormat();
  const change = useChange();
  const included = card.included === undefined ? undefined : format.number(card.included);
  const includedWords =
    card.card === "resellers"
      ? t("overview.countIncluded", { used: format.number(card.value), number: included })
      : t("overview.included", { number: included });
  return (
    <StatCard
      label={t(`overview.${card.card}`)}
      value={card.value}
      change={change(card, against, format)}
      included={card.included}
      includedWords={includedWords}
      spark={card.spark}
      to={card.to}
    />
  );
}

/** Heads are counted ("3 more"), messages compared as a share ("12.4%"). */
function useChange() {
  const { t } = useWords("resellers");
  return ({ card, value, before }: OverviewCard, against: string, format: Format): Stat["change"] => {
    if (before === undefined) return undefined;
    const by = value - before;
    const direction = by > 0 ? "up" : by < 0 ? "down" : "same";
    if (by === 0) return { words: t("overview.same"), direction, against };
    const counted = card === "resellers" || card === "team_members";
    if (counted || before === 0) {
      const words = t(by > 0 ? "overview.more" : "overview.fewer", { number: format.number(Math.abs(by)) });
      return { words, direction, against };
    }
    return { words: format.change(by / before), direction, against };
  };
}
