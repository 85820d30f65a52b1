import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import type { PlanSummary } from "./types.ts";

/** What a plan includes, meter by meter. */
export function Allowances({ allowances }: Pick<PlanSummary, "allowances">) {
  const { t } = useWords("usage");
  const format = useFormat();
  const meter = useMeterName();
  return (
    <dl className="list">
      {allowances.map(({ meter: key, included }) => (
        <div key={key}>
          <dt>{meter(key)}</dt>
          <dd>{included === null ? t("noLimit") : included === 0 ? t("none") : format.number(included)}</dd>
        </div>
      ))}
    </dl>
  );
}
