import "../../words/team.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { PersonRow } from "./types.ts";

const tones: Record<"active" | "disabled" | "sent" | "opened" | "expired", BadgeTone> = {
  active: "ok",
  disabled: "none",
  sent: "warn",
  opened: "warn",
  expired: "danger",
};

/** How somebody stands, and how far an open invitation has come. */
export function PersonBadge({ person }: { person: Pick<PersonRow, "state" | "invitation"> }) {
  const { t } = useWords("team");
  const { state, invitation } = person;
  if (state !== "invited") return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
  const far = invitation?.state ?? "sent";
  const beside = invitation?.askedAt
    ? t("asked")
    : invitation?.mail === "failed"
      ? t("mailFailed")
      : undefined;
  return (
    <>
      <Badge tone={tones[far]}>{t(`invitation.${far}`)}</Badge>
      {beside && <span className="muted small"> {beside}</span>}
    </>
  );
}
