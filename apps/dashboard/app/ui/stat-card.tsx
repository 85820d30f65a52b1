import clsx from "clsx";
import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import { Link } from "react-router";
import { useFormat } from "../words/format.tsx";
import { useWords } from "../words/use-words.tsx";
import { Spark, type SparkDrawing } from "./chart/spark.tsx";
import { Icon } from "./icon.tsx";
import { Meter, MeterShare } from "./meter.tsx";

export interface Stat {
  label: string;
  value: number;
  /** The value is money: minor units of this currency. */
  currency?: string;
  /** How it compares: already in words ("3 more", "12.4%"), and which way the arrow points. */
  change?: { words: string; direction: "up" | "down" | "same"; against: string };
  /** The allowance; without one there is no meter. */
  included?: number;
  /** "of 2,000,000 included" */
  includedWords?: string;
  spark?: SparkDrawing;
  /** The list behind the number. */
  to: string;
}

/** More signs than this do not fit beside the spark line, which then moves below them. */
const besideSpark = 11;

const arrows = { up: ArrowUpRight, down: ArrowDownRight, same: ArrowRight };

export function StatCard({ label, value, currency, change, included, includedWords, spark, to }: Stat) {
  const { t } = useWords();
  const format = useFormat();
  const shown = currency ? format.money(value, currency) : format.number(value);
  return (
    <Link className={clsx("card stat", shown.length > besideSpark && "long")} to={to}>
      <dl className="contents">
        <dt>{label}</dt>
        <dd className="v num">{shown}</dd>
        <dd className="d num">
          {change && (
            <>
              <span>
                <Icon of={arrows[change.direction]} />
                {change.words}
              </span>{" "}
              <span className="hide">{t("stat.against", { period: change.against })}</span>
            </>
          )}
        </dd>
        {included !== undefined && (
          <dd className="a">
            <Meter used={value} included={included} brand />
            <span className="of">
              <span>{includedWords}</span>
              <span className="pc">
                <MeterShare used={value} included={included} />
              </span>
            </span>
          </dd>
        )}
      </dl>
      {spark && <Spark drawing={spark} />}
    </Link>
  );
}
