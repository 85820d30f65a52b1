import type { ReactNode } from "react";

interface EmptyProps {
  /** Nothing yet, nothing matches, or not allowed and failed: each says its own sentence and offers one way on. */
  kind: "nothing-yet" | "no-match" | "failed";
  title: string;
  about: ReactNode;
  action?: ReactNode;
}

export function Empty({ kind, title, about, action }: EmptyProps) {
  return (
    <section className="empty" data-kind={kind} role={kind === "no-match" ? "status" : undefined}>
      <h2>{title}</h2>
      <p>{about}</p>
      {action}
    </section>
  );
}
