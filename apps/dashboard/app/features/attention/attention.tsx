import type { OwnNeed, ResellerNeed } from "@tenantry/core/attention/schemas";
import { ChevronRight, Clock, TriangleAlert } from "lucide-react";
import { useId } from "react";
import { Link } from "react-router";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface AttentionItem {
  need: ResellerNeed | OwnNeed;
  count: number;
  /** There are more than were counted. */
  more: boolean;
  to: string;
}

/** These have a date ahead and are no failure yet. */
const waiting = new Set<AttentionItem["need"]>(["plan_change", "own_plan_change", "archive_ending"]);

/** What needs somebody, one line each with its number and the list behind it; nothing where nothing does. */
export function Attention({ items }: { items: AttentionItem[] }) {
  const { t } = useWords("attention");
  const format = useFormat();
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section className="card attention" aria-labelledby={id}>
      <h2 id={id}>{t("title")}</h2>
      <ul>
        {items.map(({ need, count, more, to }) => (
          <li key={need}>
            <Link to={to} className={waiting.has(need) ? "waits" : undefined}>
              <Icon of={waiting.has(need) ? Clock : TriangleAlert} />
              <span>
                {t(`need.${need}`, {
                  count,
                  number: more ? `${format.number(count)}+` : format.number(count),
                })}
              </span>
              <Icon of={ChevronRight} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
