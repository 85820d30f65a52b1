import { none } from "../identity/schemas.ts";
import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { maskedIban } from "../legal-entities/bank.ts";
import { onPaper } from "../legal-entities/read.ts";
import { fileNumber, readDrafts, whyLeftOut } from "./bank-file-rows.ts";
import { bankFilePreview } from "./schemas.ts";

/** The drafts that a file for the bank would hold, and those it would not, and why. */
export const previewBankFile = query("payout.preview-bank-file", {
  input: none,
  output: bankFilePreview,
  run: async (run) => {
    const { iban } = await onPaper(run);
    const drafts = await readDrafts(run);
    return {
      number: fileNumber(drafts.filter((draft) => !whyLeftOut(draft))),
      from: iban && maskedIban(iban),
      drafts: drafts.map(({ id, code, currency, amountMinor, reseller, account }) => ({
        ...{ id, code, currency, reseller },
        amountMinor: asJson(amountMinor),
        iban: account?.iban ? maskedIban(account.iban) : null,
        left: whyLeftOut({ currency, account }),
      })),
    };
  },
});
