import { createContext, useContext } from "react";
import { useWords } from "../words/use-words.tsx";

/** Whom to write to from this page; set once for all of them. */
export const SupportEmail = createContext<string | undefined>(undefined);

/** At the foot of every page, where its host has somebody to write to. */
export function SupportLine() {
  const { t } = useWords();
  const email = useContext(SupportEmail);
  if (!email) return null;
  return (
    <p className="support small muted">
      {t("support")}{" "}
      <a href={`mailto:${email}`} className="wrap-any" translate="no">
        {email}
      </a>
    </p>
  );
}
