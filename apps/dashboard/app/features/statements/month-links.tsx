import "../../words/statements.ts";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Link } from "react-router";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { MonthView } from "./types.ts";

/** The month a page is about, with a way to its neighbours. */
export function MonthLinks({ view: { month, beforeTo, afterTo } }: { view: MonthView }) {
  const { t } = useWords("statements");
  const words = t("month.chosen", { month: useFormat().month(`${month}-01`), year: month.slice(0, 4) });
  return (
    <nav className="row" aria-label={words}>
      <Link className="btn sm" to={beforeTo} aria-label={t("month.before")}>
        <Icon of={ChevronLeft} />
      </Link>
      <b>{words}</b>
      {afterTo && (
        <Link className="btn sm" to={afterTo} aria-label={t("month.after")}>
          <Icon of={ChevronRight} />
        </Link>
      )}
    </nav>
  );
}
