import "../../words/distributors.ts";
import { CircleCheck } from "lucide-react";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

interface DistributorCreatedProps {
  id: string;
  name: string;
  email: string;
  address: string;
  /** Shown here once. */
  link: string;
  expiresAt: string;
}

export function DistributorCreated({ id, name, email, address, link, expiresAt }: DistributorCreatedProps) {
  const { t } = useWords(["distributors", "resellers", "common"]);
  const format = useFormat();
  const crumbs = [{ words: t("common:nav.partners") }, { words: t("title"), to: "/distributors" }];
  const open = (
    <ButtonLink to={`/distributors/${id}`} kind="pri">
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
            <b className="strong">{t("created.title", { name })}</b>
          </div>
          <Card title={t("resellers:created.address")}>
            <div className="pad">
              <CopyLine
                label={t("resellers:created.address")}
                value={address}
                hint={t("created.addressHint")}
              />
            </div>
          </Card>
          <Card title={t("resellers:created.link")}>
            <div className="pad">
              <CopyLine
                label={t("resellers:created.link")}
                value={link}
                hint={t("resellers:created.linkHint", { date: format.moment(expiresAt) })}
              />
            </div>
            <dl className="list">
              <div>
                <dt>{t("resellers:created.mailTo")}</dt>
                <dd className="wrap-any" translate="no">
                  {email}
                </dd>
              </div>
            </dl>
          </Card>
        </div>
      </main>
    </>
  );
}
