import type { Draft } from "../invoices/draft.ts";
import { AppError } from "../kernel/errors.ts";

/** Throws `conflict` where another amount is due now than the caller has seen: a day, a tax or the meaning of prices may have come between. */
export function requireSeenTotal(draft: Draft | undefined, seenMinor: number | undefined): void {
  if (seenMinor !== undefined && BigInt(seenMinor) !== (draft?.totalMinor ?? 0n))
    throw new AppError("conflict");
}
