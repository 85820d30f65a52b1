import "../../words/gateway-accounts.ts";
import type { ReactNode } from "react";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";
import { type Account, AccountCard, type AccountRights } from "./account-card.tsx";

interface GatewayAccountProps {
  open: readonly SettingsPage[];
  account: Account | null;
  hook: { url: string; events: string[]; connectedEvents: string[] };
  /** A test agency's. */
  isTest: boolean;
  rights: AccountRights & { update: boolean };
  /** Fields secretKey, webhookSecret, connectSecrets; what was typed is never sent back. */
  state?: FormState;
  /** A dialog over the page. */
  children?: ReactNode;
}

/** The agency's account at Stripe: how it is, its keys, and what Stripe has to tell. */
export function GatewayAccount({
  open,
  account,
  hook,
  isTest,
  rights,
  state,
  children,
}: GatewayAccountProps) {
  const { t } = useWords("gateway-accounts");
  return (
    <SettingsFrame page="gateway-account" open={open}>
      <div className="narrow stack">
        <p className="help">{t("about")}</p>
        {account ? (
          <AccountCard account={account} rights={rights} />
        ) : (
          <Note>
            {t("none")} {t(isTest ? "noneTest" : "noneLive")}
          </Note>
        )}
        {rights.update ? (
          <Keys key={account?.checkedAt} isConnected={account !== null} state={state} />
        ) : (
          <Note>{t("fixed")}</Note>
        )}
        <Hook title={t("hook")} about={t("hookAbout")} url={hook.url} events={hook.events} />
        <Hook
          title={t("connectHook")}
          about={t("connectHookAbout")}
          url={hook.url}
          events={hook.connectedEvents}
        />
      </div>
      {children}
    </SettingsFrame>
  );
}

/** Drawn anew once keys are kept, so that what was typed is gone from the page. */
function Keys({ isConnected, state }: { isConnected: boolean; state?: FormState }) {
  const { t } = useWords(["gateway-accounts", "common"]);
  const labels = {
    secretKey: t("secretKey"),
    webhookSecret: t("webhookSecret"),
    connectSecrets: t("connectSecrets"),
  };
  const keep = isConnected ? `${t("keep")} ` : "";
  return (
    <Section title={t("keys")} about={t("keysAbout")}>
      <PostForm state={state} className="stack">
        <ErrorSummary state={state} labels={labels} safe={t("safe")} />
        <Field
          name="secretKey"
          type="password"
          label={labels.secretKey}
          hint={keep + t("secretKeyHint")}
          autoComplete="off"
          translate="no"
          optional={isConnected}
        />
        <Field
          name="webhookSecret"
          type="password"
          label={labels.webhookSecret}
          hint={keep + t("webhookSecretHint")}
          autoComplete="off"
          translate="no"
          optional={isConnected}
        />
        <Field
          name="connectSecrets"
          type="password"
          label={labels.connectSecrets}
          hint={keep + t("connectSecretsHint")}
          autoComplete="off"
          translate="no"
          optional
        />
        <SubmitButton kind="pri" className="gap-top">
          {t(isConnected ? "common:saveChanges" : "connect")}
        </SubmitButton>
      </PostForm>
    </Section>
  );
}

interface HookProps {
  title: string;
  about: string;
  url: string;
  events: string[];
}

/** What has to be entered at Stripe. */
function Hook({ title, about, url, events }: HookProps) {
  const { t } = useWords("gateway-accounts");
  return (
    <Card title={title}>
      <div className="pad stack">
        <p className="help">{about}</p>
        <CopyLine label={t("url")} value={url} />
        <div>
          <b>{t("events")}</b>
          <ul className="help" translate="no">
            {events.map((event) => (
              <li key={event} className="wrap-any">
                <code>{event}</code>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  );
}
