import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { openPdf, pagesOf } from "../testing/pdf.ts";
import { drawPaper } from "./draw.ts";
import type { Printed } from "./schemas.ts";

type Line = Printed["lines"][number];
const lineOf = (more: Partial<Line> = {}): Line => ({
  ...{ plan: "Team plan", kind: "renewal", quantity: 3, from: "2027-03-10", to: "2027-04-10" },
  ...{ netMinor: 123_456, taxBps: 2_300, taxReason: "standard", taxMinor: 28_395 },
  ...{ unitMinor: 41_152, prior: null, days: { charged: 31, of: 31 }, creditedMinor: null, usage: null },
  usedBy: null,
  ...more,
});
const paperOf = (more: Partial<Printed> = {}): Printed => ({
  ...{ code: "INV-000012", kind: "invoice", state: "open", overdue: false, currency: "EUR" },
  ...{ netMinor: 123_456, taxMinor: 28_395, totalMinor: 151_851, refundedMinor: 0 },
  ...{ issuedAt: "2027-03-10T12:00:00.000Z", dueAt: "2027-03-25T00:00:00.000Z", paidAt: null },
  seller: {
    name: "Harbour Apps Lda.",
    address: "Rua do Porto 4\n1100-123 Lisboa",
    country: "PT",
    taxId: "PT5",
  },
  buyer: { name: "Cove Cafe", address: "", country: "DE", taxId: null },
  account: { holder: "Harbour Apps Lda.", iban: "PT50000201231234567890154", bic: "CGDIPTPL" },
  ...{ pricesIncludeTax: false, creditNotes: [], lines: [lineOf()], credits: null, zone: "Europe/Lisbon" },
  front: { name: "Harbour Apps", color: "#ffe600" },
  ...more,
});

const opened = async (paper: Printed) => openPdf(await drawPaper(paper));
const textOf = async (file: PDFDocumentProxy) => (await pagesOf(file))[0]!;

interface Node {
  role?: string;
  children?: Node[];
}
/** The kinds of structure on a page, counted. */
async function rolesOf(file: PDFDocumentProxy, nth = 1): Promise<Record<string, number>> {
  const roles: Record<string, number> = {};
  const count = ({ role, children = [] }: Node) => {
    if (role) roles[role] = (roles[role] ?? 0) + 1;
    for (const child of children) count(child);
  };
  count((await (await file.getPage(nth)).getStructTree()) as Node);
  return roles;
}

describe("a printed document", () => {
  it("says number, parties, lines, tax and total to the cent, and by when it is paid under which reference", async () => {
    const text = await textOf(await opened(paperOf()));
    for (const said of [
      ...["Invoice INV-000012", "Harbour Apps Lda.", "Rua do Porto 4", "Portugal", "Cove Cafe", "Germany"],
      ...["Team plan", "10 Mar", "9 Apr 2027", "23%", "€283.95", "€1,234.56", "Tax 23%", "€1,518.51"],
      ...["3 × €411.52", "10 March 2027", "24 March 2027", "Payment reference", "Page 1 of 1"],
    ])
      expect(text, said).toContain(said);
    expect(text).toContain("Please pay €1,518.51 by 24 March 2027 and give INV-000012 as the reference.");
    expect(text).toContain(
      "By transfer to Harbour Apps Lda., IBAN PT50 0002 0123 1234 5678 9015 4, BIC CGDIPTPL.",
    );
  });

  it("is tagged, in a language, with a title, heads of its table, and nobody's name in its properties but the front's", async () => {
    const file = await opened(paperOf());
    const { info, metadata } = await file.getMetadata();
    expect(info).toMatchObject({ Language: "en-GB", Title: "Invoice INV-000012", Creator: "Harbour Apps" });
    expect(info).toMatchObject({ Author: "Harbour Apps", Producer: "Harbour Apps" });
    expect(await file.getMarkInfo()).toMatchObject({ Marked: true });
    expect(metadata.getRaw()).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(await rolesOf(file)).toMatchObject({ H1: 1, Table: 2, TH: 8, LI: 3 });
    const raw = (await drawPaper(paperOf())).toString("latin1");
    expect(raw).toMatch(/DisplayDocTitle true/);
    expect(raw).not.toMatch(/Helvetica|PDFKit|Tenantry/i);
  });

  it.each([
    ["reverse_charge", "0%: Reverse charge: the buyer accounts for the tax."],
    ["exempt", "0%: No tax is charged: what the seller sells is exempt."],
    ["outside_scope", "0%: No tax is charged: the seller is not registered for it."],
  ] as const)("gives the reason where no tax is charged (%s)", async (taxReason, said) => {
    const lines = [lineOf({ taxBps: 0, taxMinor: 0, taxReason })];
    const text = await textOf(await opened(paperOf({ lines, taxMinor: 0, totalMinor: 123_456 })));
    expect(text).toContain(said);
  });

  it("explains a line, says it with tax where its prices hold it, and less the tax where the buyer owes that", async () => {
    const line = lineOf({
      ...{ kind: "change", quantity: 5, unitMinor: 1_000, prior: { unitMinor: 1_000, quantity: 3 } },
      ...{ days: { charged: 12, of: 31 }, netMinor: 629, taxMinor: 145 },
    });
    const more = { pricesIncludeTax: true, netMinor: 629, taxMinor: 145, totalMinor: 774 };
    const text = await textOf(await opened(paperOf({ ...more, lines: [line] })));
    for (const said of ["5 × €10.00 instead of 3 × €10.00", "12 of 31 days", "With tax", "€7.74", "€6.29"])
      expect(text, said).toContain(said);
    const owed = { ...line, taxBps: 0, taxMinor: 0, taxReason: "reverse_charge" as const };
    const without = { ...more, taxMinor: 0, totalMinor: 629 };
    const second = await textOf(await opened(paperOf({ ...without, lines: [owed] })));
    expect(second).toContain("Less the tax that is in this price");
    expect(second).not.toContain("With tax");
    const part = lineOf({ kind: "credit", quantity: 1, unitMinor: 500, days: null, creditedMinor: 774 });
    const note = paperOf({ ...more, kind: "credit_note", lines: [{ ...part, netMinor: 407, taxMinor: 93 }] });
    expect(await textOf(await opened(note))).toContain("€5.00 of €7.74, tax included");
    const old = { unitMinor: null, prior: null, days: null };
    expect(await textOf(await opened(paperOf({ lines: [lineOf(old)] })))).not.toContain("3 ×");
  });

  it("is the receipt as well once it is paid, with what was given back", async () => {
    const note = { code: "CN-000003", issuedAt: "2027-03-20T12:00:00.000Z", totalMinor: 1_250 };
    const paid = { state: "paid" as const, paidAt: "2027-03-12T12:00:00.000Z", creditNotes: [note] };
    const text = await textOf(await opened(paperOf(paid)));
    expect(text).toContain("Invoice and receipt INV-000012");
    expect(text).toContain("€1,518.51 was paid on 12 March 2027.");
    expect(text).toContain("CN-000003 of 20 March 2027: -€12.50");
    expect(text).not.toContain("Please pay");
    expect(text).not.toContain("IBAN");
  });

  it("as a credit note names the invoice it takes from, and asks for nothing", async () => {
    const note = paperOf({
      ...{ kind: "credit_note", code: "CN-000003", credits: "INV-000012", state: null },
      lines: [lineOf({ kind: "credit" })],
    });
    const text = await textOf(await opened(note));
    expect(text).toContain("Credit note CN-000003");
    expect(text).toContain("This credit note takes €1,518.51 from invoice INV-000012.");
    expect(text).toContain("Total credited");
    expect(text).not.toContain("Please pay");
  });

  it("pages 200 lines, repeats the head, which is read once, and counts its pages", async () => {
    const lines = Array.from({ length: 200 }, (_, nth) => lineOf({ plan: `Plan ${nth + 1}.` }));
    const file = await opened(paperOf({ lines }));
    const texts = await pagesOf(file);
    expect(file.numPages).toBeGreaterThan(5);
    const bodies = texts.filter((text) => text.includes("Plan "));
    for (const text of bodies) expect(text).toMatch(/Item.*Qty.*Rate.*Tax.*Net/);
    for (const [nth, text] of texts.entries()) expect(text).toContain(`Page ${nth + 1} of ${file.numPages}`);
    const all = texts.join("|");
    for (let nth = 1; nth <= 200; nth++) expect(all.split(`Plan ${nth}.`)).toHaveLength(2);
    expect((await rolesOf(file, 2)).TH).toBeUndefined();
  });

  it("takes every script and names without an end, inside its margins", async () => {
    const names = ["株式会社サンプル", "شركة النور", "חברת השלום", "Ελληνική", "Компания", "한국어", "😀"];
    const file = await opened(
      paperOf({
        front: { name: "W".repeat(200), color: "#ffffff" },
        seller: { name: names.join(" "), address: "x".repeat(500), country: null, taxId: null },
        lines: names.map((name) => lineOf({ plan: name + "Ж".repeat(190) })),
      }),
    );
    for (let nth = 1; nth <= file.numPages; nth++) {
      const { items } = await (await file.getPage(nth)).getTextContent();
      for (const item of items) {
        if (!("str" in item)) continue;
        expect(item.transform[4], item.str).toBeGreaterThan(51);
        expect(item.transform[4] + item.width, item.str).toBeLessThan(545);
        expect(item.transform[5], item.str).toBeGreaterThan(40);
      }
    }
    const text = (await pagesOf(file)).join("|").normalize("NFKC");
    for (const name of ["株式会社サンプル", "Ελληνική", "Компания", "한국어"]) expect(text).toContain(name);
    expect(text).toMatch(/שלום|םולש/);
    expect(text).not.toContain("\u0000");
  });

  it("is the same bytes for the same document", async () => {
    expect((await drawPaper(paperOf())).equals(await drawPaper(paperOf()))).toBe(true);
  });

  it.each(["JPY", "KWD"])("writes %s with its own digits", async (currency) => {
    const text = await textOf(await opened(paperOf({ currency })));
    expect(text).toContain(currency === "JPY" ? "151,851" : "151.851");
  });
});
