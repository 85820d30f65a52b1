import { CircleCheck } from "lucide-react";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { MailBadge, type MailState } from "./mail-state.tsx";

export interface ResellerCreatedProps {
  reseller: { id: string; name: string; email: string };
  /** The whole address: "https://acme.partner.novachat.app". */
  address: string;
  /** `password` = it was set by us; the link's address is undefined once the page was left. */
  firstSignIn: { kind: "password" } | { kind: "link"; link?: string; expiresAt: string; mail: MailState };
}

export function ResellerCreated({ reseller, address, firstSignIn }: ResellerCreatedProps) {
  const { t } = useWords(["resellers", "common"]);
  const crumbs = [{ words: t("common:nav.partners") }, { words: t("title"), to: "/resellers" }];
  const open = (
    <ButtonLink to={`/resellers/${reseller.id}`} kind="pri">
      {t("created.detail")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("created.crumb")} crumbs={crumbs} actions={open} />
      <main className="body fit" id="main">
        <div className="narrow stack">
          <div className="note good">
            <Icon of={CircleCheck} />
            <b className="strong">{t("created.title", { name: reseller.name })}</b>
          </div>
          <Card title={t("created.address")}>
            <div className="pad">
              <CopyLine label={t("created.address")} value={address} hint={t("created.addressHint")} />
            </div>
          </Card>
          {firstSignIn.kind === "password" ? (
            <p className="help">{t("created.passwordSet")}</p>
          ) : (
            <Activation reseller={reseller} {...firstSignIn} />
          )}
          <div>
            <ButtonLink to="/resellers/new">{t("created.another")}</ButtonLink>
          </div>
        </div>
      </main>
    </>
  );
}

interface ActivationProps {
  reseller: ResellerCreatedProps["reseller"];
  link?: string;
  expiresAt: string;
  mail: MailState;
}

function Activation({ reseller, link, expiresAt, mail }: ActivationProps) {
  const { t } = useWords(["resellers", "common"]);
  const format = useFormat();
  return (
    <Card title={t("created.link")} end={<MailBadge state={mail} />}>
      <div className="pad">
        {link ? (
          <CopyLine
            label={t("created.link")}
            value={link}
            hint={t("created.linkHint", { date: format.moment(expiresAt) })}
          />
        ) : (
          <p className="help">{t("created.linkGone")}</p>
        )}
      </div>
      <dl className="list">
        <div>
          <dt>{t("created.mailTo")}</dt>
          <dd className="wrap-any" translate="no">
            {reseller.email}
          </dd>
        </div>
      </dl>
      <PostForm id="resend" action={`/resellers/${reseller.id}/invitation`} stays className="foot row">
        <span className="help">{t("created.resendAbout")}</span>
        <SubmitButton className="sp">{t("created.resend")}</SubmitButton>
      </PostForm>
    </Card>
  );
}
