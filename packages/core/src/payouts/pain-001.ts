import sepa from "sepa";

interface BankAccount {
  holder: string;
  iban: string;
  bic: string | null;
}

interface Batch {
  /** The file's own: at most 30 characters, so that the library's endings fit into 35. */
  number: string;
  from: BankAccount;
  /** The day it is asked for, YYYY-MM-DD. */
  day: string;
  now: Date;
  /** Amounts in cents of a euro. */
  transfers: readonly { code: string; amountMinor: bigint; to: BankAccount }[];
}

/** Longest name that the format takes. */
const mostName = 70;

/**
 * A file of SEPA credit transfers (ISO 20022, pain.001.001.09). The library takes amounts as numbers and writes them with two decimals, which is exact for cents below 2^53.
 */
export function creditTransfers({ number, from, day, now, transfers }: Batch): string {
  const document = new sepa.Document("pain.001.001.09");
  document.grpHdr.id = number;
  document.grpHdr.created = now;
  document.grpHdr.initiatorName = from.holder.slice(0, mostName);
  const info = document.createPaymentInfo();
  info.batchBooking = true;
  info.requestedExecutionDate = new Date(`${day}T00:00:00Z`);
  info.debtorName = from.holder.slice(0, mostName);
  info.debtorIBAN = from.iban;
  info.debtorBIC = from.bic ?? "";
  document.addPaymentInfo(info);
  for (const { code, amountMinor, to } of transfers) {
    const transfer = info.createTransaction();
    transfer.end2endId = code;
    transfer.amount = Number(amountMinor) / 100;
    transfer.creditorName = to.holder.slice(0, mostName);
    transfer.creditorIBAN = to.iban;
    transfer.creditorBIC = to.bic ?? "";
    transfer.remittanceInfo = code;
    info.addTransaction(transfer);
  }
  return document.toString();
}
