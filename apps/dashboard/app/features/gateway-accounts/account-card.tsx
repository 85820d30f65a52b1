import "../../words/gateway-accounts.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface Account {
  gatewayId: string;
  name: string;
  charges: boolean;
  lastFour: string;
  /** Instant. */
  checkedAt: string;
  /** Others can be connected to it. */
  connects: boolean;
}

export type AccountRights = Record<"check" | "remove", boolean>;

/** The connected account, as Stripe last told of it. */
export function AccountCard({ account, rights }: { account: Account; rights: AccountRights }) {
  const { t } = useWords("gateway-accounts");
  const format = useFormat();
  const { gatewayId, name, charges, lastFour, checkedAt, connects } = account;
  return (
    <Card title={t("account")}>
      {!charges && <Note kind="warn">{t("noChargesAbout")}</Note>}
      <dl className="list">
        {name && <Fact what={t("name")}>{name}</Fact>}
        <Fact what={t("id")}>{gatewayId}</Fact>
        <div>
          <dt>{t("state")}</dt>
          <dd>
            <Badge tone={charges ? "ok" : "warn"}>{t(charges ? "charges" : "noCharges")}</Badge>
          </dd>
        </div>
        <div>
          <dt>{t("connects")}</dt>
          <dd>{t(connects ? "connectsYes" : "connectsNo")}</dd>
        </div>
        <div>
          <dt>{t("key")}</dt>
          <dd>{t("lastFour", { lastFour })}</dd>
        </div>
        <div>
          <dt>{t("checked")}</dt>
          <dd>
            <time dateTime={checkedAt}>{format.moment(checkedAt)}</time>
          </dd>
        </div>
      </dl>
      {(rights.check || rights.remove) && (
        <div className="pad row">
          {rights.check && (
            <PostForm id="check" action="/settings/gateway-account/check" stays>
              <input type="hidden" name="gatewayId" value={gatewayId} />
              <SubmitButton size="sm">{t("check")}</SubmitButton>
            </PostForm>
          )}
          {rights.remove && (
            <ButtonLink to="/settings/gateway-account/remove" size="sm" kind="danger">
              {t("remove")}
            </ButtonLink>
          )}
        </div>
      )}
    </Card>
  );
}

function Fact({ what, children }: { what: string; children: string }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd className="wrap-any" translate="no">
        {children}
      </dd>
    </div>
  );
}
