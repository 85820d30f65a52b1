import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";

interface RouteDialogProps {
  title: string;
  /** The address beneath: Escape and Cancel go there. */
  closeTo: string;
  children: ReactNode;
}

/**
 * A dialog that has an address. The server sends it open, so it can be answered without a script; a script makes it
 * modal, which gives the focus trap, Escape and an inert page behind it. Closed, it leaves the focus on the button that
 * opens it.
 */
export function RouteDialog({ title, closeTo, children }: RouteDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const navigate = useNavigate();
  const here = useLocation();
  const opener = useRef(here.pathname + here.search);
  // Closed while it still stands in the page: only then does the browser give the focus back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    const from = document.activeElement;
    element?.close();
    element?.showModal();
    return () => {
      element?.close();
      if (!from?.isConnected || from === document.body) linkTo(opener.current)?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      open
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        navigate(closeTo, { preventScrollReset: true });
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

/** The button of the page beneath that leads to the dialog: whoever came by its address stood on none. */
function linkTo(address: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>("a[href]")].find(
    (link) => link.getAttribute("href") === address && !link.closest("dialog"),
  );
}
