import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { ToastCard } from "./toast-card.tsx";

export interface ToastMessage {
  /** Tells one message from the next with the same words. */
  id: string;
  /** What happened: "Kumo Digital deactivated". */
  fact: string;
  /** What follows from it, in numbers. */
  consequence?: string;
  kind?: "good" | "bad";
  /** Ends with a link that opens the sign-in page in another tab. */
  signIn?: boolean;
  /** A form post that takes it back. */
  undo?: { action: string; fields: Record<string, string> };
}

const Toasts = createContext<{ show(message: ToastMessage): void }>({ show() {} });

export function useToast() {
  return useContext(Toasts);
}

/** `first` is what the previous page left to say; it stands in the server's HTML, Undo included. */
export function ToastHost({ first, children }: { first?: ToastMessage; children: ReactNode }) {
  const [message, setMessage] = useState(first);
  const [seen, setSeen] = useState(first?.id);
  if (first && first.id !== seen) {
    setSeen(first.id);
    setMessage(first);
  }
  const host = useMemo(() => ({ show: setMessage }), []);
  const close = useCallback(() => setMessage(undefined), []);
  return (
    <Toasts value={host}>
      {children}
      {/* The live region is there before the message, else nobody hears it. */}
      <div className="toasts" role="status">
        {message && <ToastCard key={message.id} message={message} onClose={close} />}
      </div>
    </Toasts>
  );
}
