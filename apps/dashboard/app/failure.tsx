import { isRouteErrorResponse } from "react-router";
import type { SentForm } from "./request/page.ts";
import { Unreachable } from "./request/stay-on-page.ts";
import { ButtonLink } from "./ui/button.tsx";
import { PublicFrame } from "./ui/public-frame.tsx";
import { useWords } from "./words/use-words.tsx";

type Kind = "missing" | "refused" | "busy" | "offline" | "unknown";

/** 0 where no answer came at all. */
export function statusOf(error: unknown): number {
  if (error instanceof Unreachable) return 0;
  return isRouteErrorResponse(error) ? error.status : 500;
}

interface LockedFacts {
  why: "reseller_locked" | "service_stopped" | "customer_locked" | "agency_suspended";
  contactEmail?: string;
  host: string;
  /** Somebody is signed in and may sign out. */
  session: boolean;
}

/** Set when the page was refused because the whole portal is closed. */
export function lockedOf(error: unknown): LockedFacts | undefined {
  return isRouteErrorResponse(error) ? (error.data as { locked?: LockedFacts } | null)?.locked : undefined;
}

/** Set when a form was sent without a script and without a session. */
export function sentOf(error: unknown): SentForm | undefined {
  return isRouteErrorResponse(error) ? (error.data as { sent?: SentForm } | null)?.sent : undefined;
}

/** What was told with the refusal, where its status alone would say something else. */
export function aboutOf(error: unknown): string | undefined {
  return isRouteErrorResponse(error) ? (error.data as { about?: string } | null)?.about : undefined;
}

function kindOf(status: number): Kind {
  if (status === 0) return "offline";
  if ([400, 404, 405, 410, 422].includes(status)) return "missing";
  if (status === 401 || status === 403) return "refused";
  return status === 503 || status === 429 ? "busy" : "unknown";
}

interface FailureProps {
  status: number;
  about: string | undefined;
  tenant: string | undefined;
  requestId: string | undefined;
}

/** What happened, what is safe, what to do, and the number support asks for. Never the cause. */
export function Failure({ status, about, tenant, requestId }: FailureProps) {
  const { t } = useWords();
  const kind = kindOf(status);
  return (
    <PublicFrame
      tenant={{ name: tenant ?? "·" }}
      title={t(`failure.${kind}.title`)}
      lead={about ?? t(`failure.${kind}.about`)}
    >
      <ButtonLink to="/" reload>
        {t("failure.home")}
      </ButtonLink>
      {requestId && kind !== "missing" && kind !== "offline" && (
        <p className="help gap-top">
          {t("failure.request")}{" "}
          <span className="mono wrap-any" translate="no">
            {requestId}
          </span>
        </p>
      )}
    </PublicFrame>
  );
}
