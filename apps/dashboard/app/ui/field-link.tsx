import type { MouseEvent, ReactNode } from "react";

/** Leads to a field of this page. By a script alone it would be a navigation, and take away what an action answered. */
export function FieldLink({ id, children }: { id: string; children: ReactNode }) {
  function focus(event: MouseEvent) {
    const field = document.getElementById(id);
    if (!field) return;
    event.preventDefault();
    field.focus();
  }
  return (
    <a href={`#${id}`} onClick={focus}>
      {children}
    </a>
  );
}
