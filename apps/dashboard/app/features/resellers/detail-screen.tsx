import { useWords } from "../../words/use-words.tsx";
import "../../words/upline-stops.ts";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { AllowancesCard, type AllowancesCardProps } from "../allowances/allowances-card.tsx";
import { BrandEditor, type BrandEditorProps } from "../branding/brand-editor.tsx";
import { RateCard, type RateCardProps } from "../commissions/rate-card.tsx";
import { OnlinePaymentsCard } from "../connected-accounts/online-payments-card.tsx";
import type { ConnectedState } from "../connected-accounts/types.ts";
import { CustomersOfReseller } from "../customers/of-reseller-card.tsx";
import { BeneathCard, type DelegationFacts } from "../delegations/beneath-card.tsx";
import {
  PayoutCurrencyCard,
  type PayoutCurrencyCardProps,
} from "../payout-currencies/payout-currency-card.tsx";
import { MeterUses } from "../usage/meter-use.tsx";
import type { MeterUse, UsageDays } from "../usage/types.ts";
import { UsageByDay } from "../usage/usage-by-day.tsx";
import { WholesaleCard, type WholesaleCardProps } from "../wholesale/wholesale-card.tsx";
import { type ArchivedFacts, ArchivedNote } from "./archived-note.tsx";
import { ContactCard, type ContactFacts } from "./contact-card.tsx";
import { DetailHead } from "./detail-head.tsx";
import { FeaturesCard } from "./features-card.tsx";
import { InvitationCard, type InvitationFacts } from "./invitation-card.tsx";
import { StopCard } from "./stop-card.tsx";
import { TeamCard } from "./team-card.tsx";
import type { ResellerRights, ResellerRow, Upline } from "./types.ts";

export interface ResellerDetailProps {
  reseller: ResellerRow & { host: string; address: string };
  contact: ContactFacts;
  invitation: InvitationFacts;
  uses: MeterUse[];
  usage: UsageDays;
  /** undefined = this person may not set the colour. */
  brand?: BrandEditorProps;
  /** Set once it was deleted. */
  archived?: ArchivedFacts;
  /** Of the features it has; undefined where an upline looks. */
  featureNames?: string[];
  /** Where its customers write to. */
  supportEmail: string | null;
  /** What it has of each meter, and what it has promised; undefined where an upline looks. */
  allowances?: AllowancesCardProps["meters"];
  change: AllowancesCardProps["change"];
  rights: ResellerRights;
  /** Whom it hangs on; null for whoever looks. */
  upline: Upline | null;
  /** The agency has stopped it: whoever looks cannot start it again. */
  stoppedAbove: boolean;
  /** The upline that has stopped or deleted it, where the agency looks and did not do so itself. */
  stoppedBy?: Upline;
  /** What it may do with resellers of its own; undefined where an upline looks. */
  delegation?: DelegationFacts;
  /** What it earns on sales for the agency; undefined where it earns nothing, or an upline looks. */
  rate?: RateCardProps;
  /** In which currency it is paid; undefined where it earns nothing, or an upline looks. */
  paidIn?: PayoutCurrencyCardProps;
  /** What it pays for its plan; undefined where it pays for none, or an upline looks. */
  wholesale?: WholesaleCardProps;
  /** How its own account at Stripe stands; undefined where it sells nothing for itself, or an upline looks. */
  onlinePayments?: ConnectedState | "none";
  /** A dialog over the page. */
  children?: ReactNode;
}

export function ResellerDetail(props: ResellerDetailProps) {
  const { reseller, contact, invitation, uses, usage, brand, archived, supportEmail, rights } = props;
  const { upline, stoppedAbove, stoppedBy, delegation } = props;
  const { t } = useWords(["resellers", "common", "upline-stops"]);
  const format = useFormat();
  const own = `/resellers/${reseller.id}`;
  const crumbs = [
    ...(rights.ofAgency ? [{ words: t("common:nav.partners") }] : []),
    { words: t("title"), to: "/resellers" },
  ];
  const changes = rights.archive && rights.ofAgency && (
    <>
      <ButtonLink to={`${own}/type`}>{t("detail.changeType")}</ButtonLink>
      <ButtonLink to={`${own}/plan`}>{t("detail.changePlan")}</ButtonLink>
    </>
  );
  const edit = (
    <ButtonLink to={`${own}/edit`} icon={Pencil}>
      {t("detail.edit")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={reseller.name}
        titleIsData
        crumbs={crumbs}
        actions={
          rights.edit &&
          !archived && (
            <>
              {changes}
              {edit}
            </>
          )
        }
      />
      <main className="body fit" id="main">
        {archived && (
          <ArchivedNote
            id={reseller.id}
            archived={archived}
            rights={rights}
            above={stoppedAbove}
            byUpline={stoppedBy}
          />
        )}
        {!archived && reseller.status !== "active" && (
          <Note kind="warn">
            {t(`detail.stopped.${reseller.status}`)}
            {stoppedAbove && ` ${t("detail.stoppedAbove")}`}
            {stoppedBy && ` ${t(`upline-stops:did.${stoppedBy.kind}`, { name: stoppedBy.name })}`}
          </Note>
        )}
        <DetailHead
          reseller={reseller}
          upline={upline}
          mayToggle={rights.toggle && !archived && !stoppedAbove}
        />
        <Card
          title={t("detail.use")}
          end={<time className="muted small">{format.range(usage.from, usage.to)}</time>}
        >
          <MeterUses uses={uses} />
        </Card>
        <div className="cols">
          <div className="stack">
            <UsageByDay usage={usage} />
            {!archived && props.allowances && (
              <AllowancesCard accountId={reseller.id} meters={props.allowances} change={props.change} />
            )}
            {brand && !archived && <BrandEditor {...brand} />}
            {rights.stopModes.length > 0 && !archived && !stoppedAbove && (
              <StopCard
                id={reseller.id}
                status={reseller.status}
                modes={rights.stopModes}
                supportEmail={supportEmail}
                byUpline={stoppedBy !== undefined}
              />
            )}
            {rights.archive && !archived && (
              <Card title={t("detail.danger")}>
                <div className="pad row">
                  <span className="help">{t("detail.dangerAbout")}</span>
                  <ButtonLink to={`${own}/delete`} kind="danger" className="sp">
                    {t("detail.delete")}
                  </ButtonLink>
                </div>
              </Card>
            )}
          </div>
          <div className="stack">
            <ContactCard contact={contact} />
            {rights.ofAgency && <TeamCard to={`${own}/team`} />}
            {rights.ofAgency && <CustomersOfReseller id={reseller.id} mayAdd={rights.create && !archived} />}
            {props.wholesale && !archived && <WholesaleCard {...props.wholesale} />}
            {props.onlinePayments && !archived && <OnlinePaymentsCard state={props.onlinePayments} />}
            {props.rate && !archived && <RateCard {...props.rate} />}
            {props.paidIn && !archived && <PayoutCurrencyCard {...props.paidIn} />}
            {props.featureNames && <FeaturesCard names={props.featureNames} to={`${own}/features`} />}
            {delegation?.possible && !archived && (
              <BeneathCard id={reseller.id} {...delegation} mayChange={rights.toggle} />
            )}
            <InvitationCard
              invitation={invitation}
              resendTo={rights.create ? `${own}/invitation` : undefined}
            />
          </div>
        </div>
        {props.children}
      </main>
    </>
  );
}
