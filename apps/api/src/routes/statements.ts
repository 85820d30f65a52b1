import { drawStatement } from "@tenantry/core/statements/draw";
import { listStatements } from "@tenantry/core/statements/list";
import { listStatementLines } from "@tenantry/core/statements/list-lines";
import { printStatement } from "@tenantry/core/statements/print";
import { readStatement } from "@tenantry/core/statements/read";
import { exampleIds } from "./examples.ts";
import { operation } from "./operation.ts";
import { pdfAnswer } from "./pdf-answer.ts";

const ofReseller = { resellerId: exampleIds.reseller, month: "2026-11" };

export const statementRoutes = [
  operation({
    id: "listStatements",
    verb: listStatements,
    method: "get",
    path: "/statements",
    summary: "List what every reseller was owed in a month and what became of it, by name",
    example: { month: "2026-11", limit: 25 },
  }),
  operation({
    id: "readStatement",
    verb: readStatement,
    method: "get",
    path: "/statement",
    summary: "Read one reseller's statement of a month; a reseller reads its own",
    example: ofReseller,
  }),
  operation({
    id: "listStatementLines",
    verb: listStatementLines,
    method: "get",
    path: "/statement/lines",
    summary: "List the movements that a statement adds up, as they were booked",
    example: { ...ofReseller, limit: 25 },
  }),
  operation({
    id: "printStatement",
    verb: printStatement,
    method: "get",
    path: "/statement/pdf",
    summary: "Get one reseller's statement of a month as a PDF",
    example: ofReseller,
    ...pdfAnswer(({ month }) => `statement-${month}`, drawStatement),
  }),
];
