import { useWords } from "../../words/use-words.tsx";
import type { AuditActor } from "./types.ts";

/** A person or key by name; everybody else by what they are. */
export function Actor({ actor }: { actor: AuditActor }) {
  const { t } = useWords("audit");
  const kind = t(`actor.${actor.kind}`);
  if (actor.kind === "user" && actor.name) return <span translate="no">{actor.name}</span>;
  return (
    <>
      {kind}
      {actor.name && <span translate="no"> {actor.name}</span>}
    </>
  );
}
