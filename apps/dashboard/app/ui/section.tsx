import { type ReactNode, useId } from "react";

interface SectionProps {
  title: string;
  about: string;
  /** Choices that belong together are heard as one group. */
  group?: boolean;
  children: ReactNode;
}

/** Words at the side, fields beside them; stacked on phones. */
export function Section({ title, about, group, children }: SectionProps) {
  const id = useId();
  return (
    <section className="sect" role={group ? "group" : undefined} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p>{about}</p>
      </header>
      {children}
    </section>
  );
}
