import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { AppError } from "@tenantry/core/kernel/errors";
import { createContext } from "react-router";
import type { ToastMessage } from "../ui/toast.tsx";

/** A form somebody sent whose session had ended. */
export interface SentForm {
  /** The path it was posted to. */
  action: string;
  /** Name and text of each field; no passwords. */
  fields: [name: string, text: string][];
}

/** What the web process knows about a request before any page code runs. */
export interface Page {
  nonce: string;
  requestId: string;
  /** The tenant whose host was asked. `colour` is null on the installation's own host. */
  tenant: { name: string; host: string; colour: string | null };
  /** IANA zone in which days are counted and dates shown. */
  zone: string;
  /** Demo mode allows the pseudo-locale. */
  demo: boolean;
  /** What the previous request wants said once. */
  toast?: ToastMessage;
  /** The opened request, for calling verbs. */
  ctx: Ctx;
  /** Why this person may see nothing but why: agency suspended, portal locked, or an error that ended the request. */
  refusal?: AppError;
  /** Set by the gate: this post needs a session and has none. */
  unsigned?: boolean;
  /** What is to be sent again after signing in. */
  sent?: SentForm;
}

/** Exported again by entry.server, so that server.ts sets the very key that pages read. */
export const pageContext = createContext<Page>();
