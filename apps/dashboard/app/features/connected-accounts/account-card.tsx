import "../../words/connected-accounts.ts";
import type { ReactNode } from "react";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { StateBadge } from "./state-badge.tsx";
import type { ConnectedAccount, ConnectedRights } from "./types.ts";
import { useReason } from "./use-reason.ts";

interface AccountCardProps {
  account: ConnectedAccount;
  rights: ConnectedRights;
}

/** The account that was connected: what it may do, why it may not, and what Stripe still wants to know. */
export function AccountCard({ account, rights }: AccountCardProps) {
  const { t } = useWords("connected-accounts");
  const { state, due } = account;
  return (
    <Card title={t("account")} end={<StateBadge state={state} />}>
      {state !== "on" && <Note kind="warn">{t(`abouts.${state}`)}</Note>}
      <Facts account={account} />
      {due.length > 0 && state !== "gone" && (
        <div className="pad">
          <b>{t("due")}</b>
          <ul className="help" translate="no">
            {due.map((one) => (
              <li key={one} className="wrap-any">
                {readable(one)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Actions account={account} rights={rights} />
    </Card>
  );
}

function Facts({ account }: { account: ConnectedAccount }) {
  const { t } = useWords("connected-accounts");
  const format = useFormat();
  const reason = useReason();
  const { gatewayId, charges, payouts, chargesReason, payoutsReason, checkedAt, state } = account;
  const says = state !== "gone" && state !== "unreachable";
  return (
    <dl className="list">
      <Fact what={t("id")}>
        <span className="wrap-any" translate="no">
          {gatewayId}
        </span>
      </Fact>
      {says && (
        <>
          <Fact what={t("charges")}>
            {t(charges ? "chargesYes" : "chargesNo")}
            {chargesReason && <p className="help">{reason(chargesReason)}</p>}
          </Fact>
          <Fact what={t("payouts")}>
            {t(payouts ? "payoutsYes" : "payoutsNo")}
            {payoutsReason && <p className="help">{reason(payoutsReason)}</p>}
          </Fact>
        </>
      )}
      <Fact what={t("checked")}>
        <time dateTime={checkedAt}>{format.moment(checkedAt)}</time>
      </Fact>
    </dl>
  );
}

function Actions({ account: { gatewayId, state }, rights }: AccountCardProps) {
  const { t } = useWords("connected-accounts");
  const check = rights.check && state !== "unreachable";
  const disconnect = rights.disconnect && (state === "on" || state === "unfinished" || state === "checking");
  if (!check && !disconnect) return null;
  return (
    <div className="pad row">
      {check && (
        <PostForm id="check" action="/settings/connected-account/check" stays>
          <input type="hidden" name="gatewayId" value={gatewayId} />
          <SubmitButton size="sm">{t("check")}</SubmitButton>
        </PostForm>
      )}
      {disconnect && (
        <ButtonLink to="/settings/connected-account/disconnect" size="sm" kind="danger">
          {t("disconnect")}
        </ButtonLink>
      )}
    </div>
  );
}

function Fact({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** "identity.business_details.address" as a person reads it: "business details: address". */
function readable(due: string): string {
  const parts = due.split(".").map((part) => part.replaceAll("_", " "));
  return (parts.length > 1 ? parts.slice(-2) : parts).join(": ");
}
