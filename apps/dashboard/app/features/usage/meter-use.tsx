import { TriangleAlert } from "lucide-react";
import { Icon } from "../../ui/icon.tsx";
import { Meter, meterState } from "../../ui/meter.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "./meter-name.ts";
import type { MeterUse as Use } from "./types.ts";

/** Up to three meters side by side, each with what is left of it. */
export function MeterUses({ uses }: { uses: Use[] }) {
  return (
    <dl className="trio num">
      {uses.map((use) => (
        <MeterUse key={use.meter} use={use} />
      ))}
    </dl>
  );
}

function MeterUse({ use }: { use: Use }) {
  const { t } = useWords("usage");
  const format = useFormat();
  const name = useMeterName();
  return (
    <div>
      <dt>{name(use.meter)}</dt>
      <dd className="v">
        {format.number(use.used)}{" "}
        <small>
          {use.included === null
            ? t("noLimit")
            : t(use.byAllowance ? "ofAllowance" : "ofMany", { number: format.number(use.included) })}
        </small>
      </dd>
      {use.included !== null && <Rest use={use} included={use.included} />}
    </div>
  );
}

function Rest({ use, included }: { use: Use; included: number }) {
  const { t } = useWords(["usage", "common"]);
  const format = useFormat();
  const left = included - use.used;
  const state = meterState(use.used, included);
  return (
    <dd>
      <Meter used={use.used} included={included} brand />
      <span className="of">
        <span>
          {left >= 0
            ? t("left", { number: format.number(left) })
            : t("over", { number: format.number(-left) })}
        </span>
        {state === "fine" ? (
          use.forecast !== undefined && <span>{t("onCourse", { number: format.number(use.forecast) })}</span>
        ) : (
          <span className={`flag ${state}`}>
            <Icon of={TriangleAlert} />
            {state === "hi" && use.reachedOn
              ? t("reached", { day: format.shortDay(use.reachedOn) })
              : state === "over"
                ? t("common:meter.over")
                : format.percent(included > 0 ? use.used / included : 1)}
          </span>
        )}
      </span>
    </dd>
  );
}
