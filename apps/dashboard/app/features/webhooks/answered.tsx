import "../../words/webhooks.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Answered as Facts } from "./types.ts";

/** The receiver's answer, or why there is none. */
export function Answered({ status, failure }: Facts) {
  const { t } = useWords("webhooks");
  if (status !== null) return <span translate="no">{`HTTP ${status}`}</span>;
  if (failure !== null) return <span className="clip">{t(`failure.${failure}`)}</span>;
  return <span className="muted">{t("delivery.notYet")}</span>;
}
