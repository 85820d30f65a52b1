import "../../words/features.ts";
import { Link } from "react-router";
import { useWords } from "../../words/use-words.tsx";

/** The two kinds of account an agency releases to, as two addresses. */
export function KindTabs({ kind, to }: { kind: string; to: { reseller: string; customer: string } }) {
  const { t } = useWords("features");
  return (
    <nav className="tabs gap-bottom" aria-label={t("accounts.kind")}>
      {(["reseller", "customer"] as const).map((one) => (
        <Link key={one} to={to[one]} aria-current={one === kind ? "page" : undefined} preventScrollReset>
          {t(`kind.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
