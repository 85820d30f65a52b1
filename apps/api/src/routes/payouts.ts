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
];
