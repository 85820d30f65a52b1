import "../../words/reports.ts";
import clsx from "clsx";
import { Form, Link } from "react-router";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { RangeView } from "./types.ts";

/** Whose sales, and which days. Sent as the address, so that it works without a script and can be passed on. */
export function RangeBar({ view, ofAgency }: { view: RangeView; ofAgency: boolean }) {
  const { t } = useWords("reports");
  return (
    <>
      <nav className="tabs gap-bottom" aria-label={t("sold.label")}>
        {view.sold.map(({ value, to, current }) => (
          <Link key={value} to={to} aria-current={current ? "page" : undefined}>
            {t(value === "others" && !ofAgency ? "sold.forCommission" : `sold.${value}`)}
          </Link>
        ))}
      </nav>
      <div className="tools">
        <div className="row scroll">
          {view.presets.map(({ name, to, current }) => (
            <Link
              key={name}
              className={clsx("chip", current && "set")}
              to={to}
              aria-current={current ? "true" : undefined}
            >
              {t(`range.${name}`)}
            </Link>
          ))}
        </div>
        <Form method="get" action="/reports" className="filters">
          {view.keep.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {(["from", "to"] as const).map((name) => (
            <input
              key={`${name} ${view[name]}`}
              className="in"
              type="date"
              name={name}
              aria-label={t(`range.${name}`)}
              defaultValue={view[name]}
              required
            />
          ))}
          <Button type="submit">{t("range.show")}</Button>
        </Form>
      </div>
    </>
  );
}
