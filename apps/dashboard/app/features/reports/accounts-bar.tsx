import "../../words/reports.ts";
import clsx from "clsx";
import { Download } from "lucide-react";
import { Link } from "react-router";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { RangeView } from "./types.ts";

/** Over the table: by whom it is grouped, and the same as a file. */
export function AccountsBar({ view }: { view: RangeView }) {
  const { t } = useWords("reports");
  return (
    <div className="tools" id="accounts">
      <div className="row">
        {view.by.map(({ value, to, current }) => (
          <Link
            key={value}
            className={clsx("chip", current && "set")}
            to={to}
            aria-current={current ? "true" : undefined}
            preventScrollReset
          >
            {t(`accounts.by.${value}`)}
          </Link>
        ))}
      </div>
      <a className="btn sp" href={view.exportTo} download>
        <Icon of={Download} />
        {t("accounts.csv")}
      </a>
    </div>
  );
}
