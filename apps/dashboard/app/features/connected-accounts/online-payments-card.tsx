import "../../words/connected-accounts.ts";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";
import { StateBadge } from "./state-badge.tsx";
import type { ConnectedState } from "./types.ts";

/** Whether a reseller's customers pay it online, for its agency: the state alone. */
export function OnlinePaymentsCard({ state }: { state: ConnectedState | "none" }) {
  const { t } = useWords("connected-accounts");
  return (
    <Card title={t("title")} end={<StateBadge state={state} />}>
      <div className="pad">
        <p className="help">{t(`ofReseller.${state}`)}</p>
      </div>
    </Card>
  );
}
