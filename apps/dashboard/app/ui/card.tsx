import clsx from "clsx";
import { type ReactNode, useId } from "react";

interface CardProps {
  title: string;
  /** The title is a name somebody typed, not our word. */
  titleIsData?: boolean;
  /** Small words or a badge at the end of the header. */
  end?: ReactNode;
  about?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Card({ title, titleIsData, end, about, className, children }: CardProps) {
  const id = useId();
  return (
    <section className={clsx("card", className)} aria-labelledby={id}>
      <header>
        <h2 id={id} translate={titleIsData ? "no" : undefined}>
          {title}
        </h2>
        {about && <span className="muted small num">{about}</span>}
        {end && <span className="sp">{end}</span>}
      </header>
      {children}
    </section>
  );
}
