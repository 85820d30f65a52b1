import { useEffect, useState } from "react";
import { Form } from "react-router";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.tsx";

/** The form the rows' ticks belong to; they stand outside of it, in the table. */
export const bulkForm = "bulk";

interface BulkBarProps {
  /** The list's search, filters and order, which the confirmation is shown over. */
  keep: Record<string, string>;
}

/** What can be done with the rows ticked, or with all that the list's search and filters find. Plain form, plain ticks. */
export function BulkBar({ keep }: BulkBarProps) {
  const { t } = useWords("bulk");
  const ticked = useTicked();
  return (
    <Form id={bulkForm} method="get" action="/resellers/bulk" className="row bulk" preventScrollReset>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span className="muted small" role={ticked === undefined ? undefined : "status"}>
        {ticked === undefined ? t("bar.ticked") : t("bar.count", { count: ticked })}
      </span>
      <Button type="submit" size="sm" name="action" value="deactivate" disabled={ticked === 0}>
        {t("bar.deactivate")}
      </Button>
      <Button type="submit" size="sm" name="action" value="activate" disabled={ticked === 0}>
        {t("bar.activate")}
      </Button>
      <Button type="submit" size="sm" name="action" value="change_plan" disabled={ticked === 0}>
        {t("bar.change_plan")}
      </Button>
      <label className="row small">
        <input className="ck" type="checkbox" name="all" value="1" />
        {t("bar.all")}
      </label>
    </Form>
  );
}

/** How many rows are ticked, or that all are meant; undefined where no script counts them. */
function useTicked(): number | undefined {
  const [ticked, setTicked] = useState<number>();
  useEffect(() => {
    const count = () => {
      const form = document.getElementById(bulkForm);
      const elements = form instanceof HTMLFormElement ? [...form.elements] : [];
      const boxes = elements.filter((one): one is HTMLInputElement => one instanceof HTMLInputElement);
      setTicked(boxes.filter((box) => box.type === "checkbox" && box.checked).length);
    };
    count();
    document.addEventListener("change", count);
    return () => document.removeEventListener("change", count);
  }, []);
  return ticked;
}
