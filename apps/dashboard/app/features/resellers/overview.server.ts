import type { usageOverview } from "@tenantry/core/usage/index";
import { drawSpark } from "../../ui/chart/draw-spark.ts";
import type { OverviewProps } from "./overview-cards.tsx";
import type { OverviewCard } from "./types.ts";

type Overview = Awaited<ReturnType<typeof usageOverview>>;

const meterCards = ["messages", "whatsapp_messages", "team_members"] as const;

/** The cards B-04 to B-07. Each opens the list of those it counts: the active ones, and all that use something. */
export function overviewOf(overview: Overview, to: { active: string; all: string }): OverviewProps {
  const day = "1970-01-01";
  const { period, previousPeriod } = overview;
  const values = (series: { quantity: number }[]) => series.map(({ quantity }) => quantity);
  const resellers: OverviewCard = {
    card: "resellers",
    value: overview.activeResellers,
    before: overview.previousActiveResellers ?? undefined,
    spark: drawSpark(values(overview.activeSeries), values(overview.previousActiveSeries)),
    to: to.active,
  };
  const meters = meterCards.flatMap((card): OverviewCard[] => {
    const meter = overview.meters.find((each) => each.meter === card);
    if (!meter) return [];
    const daily = [meter.series, meter.previousSeries].map(values);
    const [now = [], before = []] = meter.kind === "counter" ? daily.map(running) : daily;
    return [
      {
        card,
        value: meter.quantity,
        before: meter.previousQuantity ?? undefined,
        included: meter.included ?? undefined,
        spark: drawSpark(now, before),
        to: to.all,
      },
    ];
  });
  return {
    period: {
      from: period?.from ?? day,
      to: period?.to ?? day,
      beforeFrom: previousPeriod?.from ?? day,
      beforeTo: previousPeriod?.to ?? day,
    },
    cards: [resellers, ...meters],
  };
}

/** What had come together by each day: the card shows a total, so its line climbs to it. */
function running(days: number[]): number[] {
  let total = 0;
  return days.map((units) => {
    total += units;
    return total;
  });
}
