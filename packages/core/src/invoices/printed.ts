import { type Paper, shownPaper } from "./paper.ts";
import type { Printed } from "./schemas.ts";
import { isOwed, stateOnPaper } from "./state.ts";

/** A document with everything its printing needs. */
export function printedPaper(
  paper: Paper,
  more: Pick<Printed, "front" | "zone" | "account"> & { now: Date },
) {
  const { invoice, state, related } = paper;
  const { code, kind, issuedAt, dueAt, invoiceId } = invoice;
  const { now, ...rest } = more;
  return {
    ...{ code, kind, issuedAt, dueAt, ...rest, ...shownPaper(paper) },
    state: state && stateOnPaper(invoice, state),
    overdue: state !== null && isOwed(state) && dueAt <= now,
    credits: related.find(({ id }) => id === invoiceId)?.code ?? null,
  };
}
