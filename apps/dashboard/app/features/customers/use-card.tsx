import "../../words/customers.ts";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";

interface UseCardProps {
  /** What was used of each meter from one day to another. */
  meters: { meter: string; quantity: number }[];
  from: string;
  to: string;
}

/** Without limits: what a customer may use is decided along the whole chain it buys through. */
export function UseCard({ meters, from, to }: UseCardProps) {
  const { t } = useWords("customers");
  const format = useFormat();
  const name = useMeterName();
  return (
    <Card title={t("detail.use")} end={<time className="muted small">{format.range(from, to)}</time>}>
      <dl className="trio num">
        {meters.map(({ meter, quantity }) => (
          <div key={meter}>
            <dt>{name(meter)}</dt>
            <dd className="v">{format.number(quantity)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
