import type { previewReseller } from "@tenantry/core/resellers/preview";
import { contactOf } from "./facts.server.ts";
import type { ReviewFacts } from "./review-cards.tsx";

/** A reseller to be as the summary shows it. */
export function reviewOf(preview: Awaited<ReturnType<typeof previewReseller>>): ReviewFacts {
  const { name, type, address, plan, firstSignIn, mails } = preview;
  return { name, type, address, plan, firstSignIn, mails, contact: contactOf(preview) };
}
