import { decide } from "../commissions/rules.ts";
import type { Draft } from "../invoices/draft.ts";
import { asJson } from "../kernel/money.ts";

/** A draft as a preview shows it, with what its reseller will earn by it. */
export function shownCharge(draft: Draft | undefined) {
  if (!draft) return null;
  const { charge, tax, netMinor, taxMinor, totalMinor } = draft;
  // A sale or a change is one line.
  const { frozen } = draft.lines[0]!;
  const { reason, amountMinor } = decide(frozen, netMinor, charge.currency);
  const rate = "rate" in frozen ? frozen.rate : undefined;
  return {
    netMinor: asJson(netMinor),
    taxMinor: asJson(taxMinor),
    taxBps: tax.bps,
    taxReason: tax.reason,
    totalMinor: asJson(totalMinor),
    earning: {
      reason,
      source: rate?.source ?? null,
      rateBps: rate?.rateBps ?? null,
      amountMinor: asJson(amountMinor),
    },
  };
}
