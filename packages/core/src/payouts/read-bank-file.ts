import { dayOf } from "../kernel/clock.ts";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { onPaper } from "../legal-entities/read.ts";
import { type Draft, fileNumber, readDrafts, whyLeftOut } from "./bank-file-rows.ts";
import { creditTransfers } from "./pain-001.ts";
import { bankFile, bankFileInput } from "./schemas.ts";

/**
 * The drafts as a file of credit transfers for the bank. It sends nothing: the bank does, once it has the file. Throws `no_bank_account` without an account to pay from, `no_drafts` when none can
 * go, and `conflict` when it would hold others than were seen.
 */
export const readBankFile = query("payout.read-bank-file", {
  input: bankFileInput,
  output: bankFile,
  run: async (run, { number }) => {
    const { name, iban, bic } = await onPaper(run);
    if (!iban) throw new AppError("no_bank_account");
    const drafts = (await readDrafts(run)).flatMap((draft) => (whyLeftOut(draft) ? [] : [payable(draft)]));
    if (drafts.length === 0) throw new AppError("no_drafts");
    if (number && number !== fileNumber(drafts)) throw new AppError("conflict");
    const day = dayOf(run.ctx.now, run.ctx.tenant.billingZone);
    return {
      xml: creditTransfers({
        number: fileNumber(drafts),
        from: { holder: name, iban, bic },
        day,
        now: run.ctx.now,
        transfers: drafts,
      }),
      payouts: drafts.length,
      amountMinor: asJson(drafts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)),
    };
  },
});

function payable({ id, code, amountMinor, account }: Draft) {
  return {
    ...{ id, code, amountMinor },
    to: { holder: account?.holder ?? "", iban: account?.iban ?? "", bic: account?.bic ?? null },
  };
}
