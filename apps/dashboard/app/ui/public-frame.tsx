import type { ReactNode } from "react";
import { useWords } from "../words/use-words.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { PageTitle } from "./page-title.tsx";
import { SupportLine } from "./support-line.tsx";

export interface FooterLink {
  kind: "help" | "privacy" | "terms";
  to: string;
}

export interface PublicFrameProps {
  tenant: { name: string; host?: string };
  title: string;
  lead?: ReactNode;
  wide?: boolean;
  /** Help, privacy and the like, of this tenant only. */
  footer?: FooterLink[];
  children?: ReactNode;
}

/** For people who are not signed in: the brand rule, the mark, no card round the form, no other tenant anywhere. */
export function PublicFrame({ tenant, title, lead, wide, footer = [], children }: PublicFrameProps) {
  const { t } = useWords();
  return (
    <div className={wide ? "gate wide" : "gate"}>
      <PageTitle>{title}</PageTitle>
      <main id="main">
        <BrandMark name={tenant.name} large />
        <h1>{title}</h1>
        <p className="lead">
          {lead ?? (
            <span className="mono" translate="no">
              {tenant.host}
            </span>
          )}
        </p>
        {children}
      </main>
      <footer className="fine">
        {footer.map((link) => (
          <a key={link.kind} href={link.to}>
            {t(`footer.${link.kind}`)}
          </a>
        ))}
        <SupportLine />
      </footer>
    </div>
  );
}
