import "../../words/upline-stops.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type ResellerStatus, resellerStatuses, statusTones } from "./types.ts";

interface StopCardProps {
  id: string;
  status: ResellerStatus;
  /** Ways of stopping that may be used; the agency has all of them. */
  modes: readonly ResellerStatus[];
  /** Where its customers write to; null = nothing is set. */
  supportEmail: string | null;
  /** Its upline has stopped it, and the agency can make that its own. */
  byUpline: boolean;
}

/** The states a reseller can be in, each in a sentence, and the way into each. */
export function StopCard({ id, status, modes, supportEmail, byUpline }: StopCardProps) {
  const { t } = useWords(["resellers", "upline-stops"]);
  const shown = (one: ResellerStatus) => one === "active" || one === status || modes.includes(one);
  return (
    <Card title={t("stop.card")}>
      <ul className="rows">
        {resellerStatuses.filter(shown).map((one) => (
          <li key={one} className="row">
            <div>
              <b>{t(`stop.name.${one}`)}</b>
              <p className="help">{t(`stop.about.${one}`)}</p>
              {one === status && byUpline && (
                <ButtonLink to={`/resellers/${id}/stop?mode=${one}`} size="sm" className="gap-top">
                  {t("upline-stops:takeStop")}
                </ButtonLink>
              )}
            </div>
            <span className="sp">
              {one === status ? (
                <Badge tone={statusTones[one]}>{t("stop.now")}</Badge>
              ) : (
                <ButtonLink to={`/resellers/${id}/stop?mode=${one}`} size="sm">
                  {t(`stop.choose.${one}`)}
                </ButtonLink>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="help pad">
        {supportEmail ? t("stop.caretaker", { email: supportEmail }) : t("stop.caretakerNobody")}
      </p>
    </Card>
  );
}
