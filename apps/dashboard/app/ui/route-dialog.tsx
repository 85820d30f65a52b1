import { type ReactNode, useEffect, useId, useRef } from "react";
import { useNavigate } from "react-router";

interface RouteDialogProps {
  title: string;
  /** The address beneath: Escape and Cancel go there. */
  closeTo: string;
  children: ReactNode;
}

/**
 * A dialog that has an address. The server sends it open, so it can be answered without a script; a script makes it
 * modal, which gives the focus trap, Escape and an inert page behind it.
 */
export function RouteDialog({ title, closeTo, children }: RouteDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const navigate = useNavigate();
  useEffect(() => {
    const element = dialog.current;
    element?.close();
    element?.showModal();
    return () => element?.close();
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
