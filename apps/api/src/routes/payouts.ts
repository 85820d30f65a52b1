import { listExchangeRates } from "@tenantry/core/exchange-rates/list";
import { setExchangeRate } from "@tenantry/core/exchange-rates/set";
import { readPayoutCurrency } from "@tenantry/core/payout-currencies/read";
import { setPayoutCurrency } from "@tenantry/core/payout-currencies/set";
import { cancelPayout } from "@tenantry/core/payouts/cancel";
import { completePayout } from "@tenantry/core/payouts/complete";
import { createPayouts } from "@tenantry/core/payouts/create";
import { failPayout } from "@tenantry/core/payouts/fail";
import { listPayouts } from "@tenantry/core/payouts/list";
import { previewPayouts } from "@tenantry/core/payouts/preview";
import { previewBankFile } from "@tenantry/core/payouts/preview-bank-file";
import { readPayout } from "@tenantry/core/payouts/read";
import { readBankFile } from "@tenantry/core/payouts/read-bank-file";
import { sendPayout } from "@tenantry/core/payouts/send";
import { sendDrafts } from "@tenantry/core/payouts/send-drafts";
import { exampleIds, exampleTokens } from "./examples.ts";
import { operation } from "./operation.ts";

const draft = { id: exampleIds.payout };
const sent = { id: exampleIds.sentPayout };

export const payoutRoutes = [
  operation({
    id: "listPayouts",
    verb: listPayouts,
    method: "get",
    path: "/payouts",
    summary: "List payouts: of one reseller, in one state, by when they were made",
    example: { state: "sent", sort: "-created", limit: 25 },
  }),
  operation({
    id: "previewPayouts",
    verb: previewPayouts,
    method: "post",
    path: "/payouts/preview",
    summary: "See what would be paid out now, to whom, and what would stay and why",
    example: { minimumMinor: 5_000 },
  }),
  operation({
    id: "createPayouts",
    verb: createPayouts,
    method: "post",
    path: "/payouts",
    summary: "Make a draft for every reseller and currency with enough due, and hold its lines",
    example: { minimumMinor: 5_000 },
    status: 201,
  }),
  operation({
    id: "readPayout",
    verb: readPayout,
    method: "get",
    path: "/payouts/{id}",
    summary: "Read one payout with the lines it is made of",
    example: draft,
  }),
  operation({
    id: "sendPayout",
    verb: sendPayout,
    method: "post",
    path: "/payouts/{id}/send",
    summary: "Say that a draft has gone to the bank",
    example: draft,
  }),
  operation({
    id: "previewBankFile",
    verb: previewBankFile,
    method: "get",
    path: "/payouts/bank-file/preview",
    summary: "See which drafts a file for the bank would hold, and which not and why",
    example: {},
  }),
  operation({
    id: "readBankFile",
    verb: readBankFile,
    method: "get",
    path: "/payouts/bank-file",
    summary: "Make the file of credit transfers for the bank (pain.001) of the drafts there are",
    example: { number: exampleTokens.bankFile },
  }),
  operation({
    id: "sendDrafts",
    verb: sendDrafts,
    method: "post",
    path: "/payouts/send-drafts",
    summary: "Say that several drafts have gone to the bank, all or none",
    example: { ids: [exampleIds.payout] },
  }),
  operation({
    id: "completePayout",
    verb: completePayout,
    method: "post",
    path: "/payouts/{id}/complete",
    summary: "Say that a sent payout arrived: its lines are paid",
    example: { ...sent, reference: "Batch 2026-11, entry 3" },
  }),
  operation({
    id: "failPayout",
    verb: failPayout,
    method: "post",
    path: "/payouts/{id}/fail",
    summary: "Say that a sent payout came back: it is owed again",
    example: { ...sent, reference: "Account closed" },
  }),
  operation({
    id: "cancelPayout",
    verb: cancelPayout,
    method: "post",
    path: "/payouts/{id}/cancel",
    summary: "Give a draft up: its lines are free for the next",
    example: draft,
  }),
  operation({
    id: "listExchangeRates",
    verb: listExchangeRates,
    method: "get",
    path: "/exchange-rates",
    summary: "List exchange rates: of one currency, those that count or those before, by when they were said",
    example: { currency: "EUR", state: "counting", sort: "-set", limit: 25 },
  }),
  operation({
    id: "setExchangeRate",
    verb: setExchangeRate,
    method: "post",
    path: "/exchange-rates",
    summary: "Say what a currency is worth in another from now on",
    example: { from: "EUR", to: "USD", rate: "1.0834", source: "ECB, 27 November 2026" },
    status: 201,
  }),
  operation({
    id: "readPayoutCurrency",
    verb: readPayoutCurrency,
    method: "get",
    path: "/resellers/{id}/payout-currency",
    summary: "Read in which currency a reseller is paid",
    example: { id: exampleIds.reseller },
  }),
  operation({
    id: "setPayoutCurrency",
    verb: setPayoutCurrency,
    method: "post",
    path: "/resellers/{id}/payout-currency",
    summary: "Say in which currency a reseller is paid",
    example: { id: exampleIds.reseller, currency: "USD" },
  }),
];
