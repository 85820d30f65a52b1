import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import type { Pool } from "./types.ts";

/** What there is of a meter, what of it is promised, and what was used: three numbers that are never added up. */
export function PoolCard({ pool }: { pool: Pool }) {
  const { t } = useWords("allowances");
  const format = useFormat();
  const name = useMeterName();
  const { grantedUnits, freeUnits, shared } = pool;
  const free = shared
    ? t("pool.shared")
    : freeUnits === null
      ? t("pool.anyFree")
      : t("pool.free", { units: format.number(freeUnits) });
  return (
    <Card title={t("pool.title", { meter: name(pool.meter) })} className="gap-bottom">
      <dl className="trio num">
        <div>
          <dt>{t("pool.granted")}</dt>
          <dd className="v">{grantedUnits === null ? t("pool.noLimit") : format.number(grantedUnits)}</dd>
        </div>
        <div>
          <dt>{t("pool.allocated")}</dt>
          <dd className="v">
            {format.number(pool.allocatedUnits)} <small>{free}</small>
          </dd>
        </div>
        <div>
          <dt>{t("pool.taken")}</dt>
          <dd className="v">
            {format.number(pool.takenUnits)} <small>{t("pool.takenAbout")}</small>
          </dd>
        </div>
      </dl>
    </Card>
  );
}
