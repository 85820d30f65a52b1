import "../../words/connected-accounts.ts";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";
import { AccountCard } from "./account-card.tsx";
import type { ConnectedAccount, ConnectedRights } from "./types.ts";

export interface OwnAccountProps {
  open: readonly SettingsPage[];
  /** The provider's account, to which one can be connected; null where there is none. */
  platformId: string | null;
  /** By name. */
  country: string | null;
  account: ConnectedAccount | null;
  isTest: boolean;
  /** The page at Stripe that brought somebody here had been used up. */
  wasUsed: boolean;
  rights: ConnectedRights;
  state?: FormState;
  /** A dialog over the page. */
  children?: ReactNode;
}

/** A reseller's own account at Stripe: how it stands, and the way there. */
export function OwnAccount(props: OwnAccountProps) {
  const { t } = useWords("connected-accounts");
  const { open, platformId, account, isTest, wasUsed, rights } = props;
  const instead = t(isTest ? "insteadTest" : "insteadLive");
  return (
    <SettingsFrame page="connected-account" open={open}>
      <div className="narrow stack">
        <p className="help">{t("about")}</p>
        {wasUsed && platformId && <Note kind="warn">{t("used")}</Note>}
        {!platformId && <Note>{`${t("notOffered")} ${account ? "" : instead}`.trim()}</Note>}
        {platformId && !account && <Note>{`${t("none")} ${instead}`}</Note>}
        {account && <AccountCard account={account} rights={rights} />}
        {platformId && needsStripe(account) && <Connect {...props} platformId={platformId} />}
      </div>
      {props.children}
    </SettingsFrame>
  );
}

/** Is there something to do at Stripe? It may ask for more of an account that takes payments, too. */
function needsStripe(account: ConnectedAccount | null): boolean {
  return account?.state !== "on" || !account.payouts || account.due.length > 0;
}

function Connect({ platformId, account, country, rights, state }: OwnAccountProps & { platformId: string }) {
  const { t } = useWords("connected-accounts");
  if (!rights.connect) return <Note>{t("fixed")}</Note>;
  const isNew = !account || account.state === "gone" || account.state === "unreachable";
  const submit = !account
    ? t("connect")
    : isNew
      ? t("another")
      : t(account.state === "ended" ? "again" : "continue");
  return (
    <Card title={submit}>
      <div className="pad stack">
        <ErrorSummary state={state} labels={{}} safe="" />
        <p className="help">{t("connectAbout")}</p>
        {isNew && country && (
          <p className="help">
            {t("country", { country })} <Link to="/settings/legal-entity">{t("countryFix")}</Link>
          </p>
        )}
        <PostForm state={state} action="/settings/connected-account">
          <input type="hidden" name="platformId" value={platformId} />
          <SubmitButton kind="pri">{submit}</SubmitButton>
        </PostForm>
      </div>
    </Card>
  );
}
