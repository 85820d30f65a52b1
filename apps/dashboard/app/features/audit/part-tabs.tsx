import { Link } from "react-router";
import { useWords } from "../../words/use-words.tsx";

export type AuditPart = "own" | "beneath";

export const auditPaths: Record<AuditPart, string> = {
  own: "/settings/audit",
  beneath: "/settings/audit?beneath=true",
};

/** What was done to the account itself, and to the resellers beneath it. */
export function PartTabs({ part }: { part: AuditPart }) {
  const { t } = useWords("audit");
  return (
    <nav className="tabs gap-bottom" aria-label={t("part.label")}>
      {(["own", "beneath"] as const).map((one) => (
        <Link key={one} to={auditPaths[one]} aria-current={one === part ? "page" : undefined}>
          {t(`part.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
