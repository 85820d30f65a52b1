import { useFormat } from "../../words/format.tsx";

interface Sent {
  currency: string;
  amountMinor: number;
  paid: { currency: string; amountMinor: number } | null;
}

/** What is sent, under it what was earned where that is another currency. */
export function SentAmount({ currency, amountMinor, paid }: Sent) {
  const format = useFormat();
  const earned = format.money(amountMinor, currency);
  return (
    <span translate="no">
      {paid && (
        <>
          {format.money(paid.amountMinor, paid.currency)}
          <br />
        </>
      )}
      <span className={paid ? "muted small" : undefined}>{earned}</span>
    </span>
  );
}
