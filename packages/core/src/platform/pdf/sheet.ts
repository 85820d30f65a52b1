import PDFDocument from "pdfkit";
import { type Line, linesOf, type Style } from "./lines.ts";
import { isRightToLeft, type Run } from "./runs.ts";

/** Points. */
const margin = 52;
const page = { width: 595.28, height: 841.89 };
const leading = 1.42;

export type Element = PDFKit.PDFStructureElement;
type Tag = "H1" | "H2" | "P" | "Lbl" | "LBody" | "TD" | "column head" | "row head";

export interface Box {
  x: number;
  width: number;
  align?: "left" | "right";
}

/** A tagged A4 document (PDF/UA) that is written from top to bottom. Everything on it is either in its structure or marked as decoration. */
export class Sheet {
  readonly left = margin;
  readonly right = page.width - margin;
  readonly width = page.width - 2 * margin;
  y = margin;
  private readonly bottom = page.height - margin - 24;
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: Element;
  private readonly chunks: Buffer[] = [];
  private readonly done: Promise<void>;
  private readonly registered = new Set<string>();
  private readonly widths = new Map<string, number>();

  constructor(facts: { title: string; author: string; language: string; at: Date }) {
    const { title, author, language, at } = facts;
    this.doc = new PDFDocument({
      ...{ size: "A4", margin, pdfVersion: "1.7", tagged: true, displayTitle: true },
      ...{ lang: language, bufferPages: true },
      // Known to the library, and not yet to its types.
      subset: "PDF/UA" as never,
      // Fonts are chosen run by run; without this the library opens one that cannot be embedded.
      font: null as never,
      // No other name than the front's stands in it, and the same document is the same bytes.
      info: {
        Title: title,
        Author: author,
        Creator: author,
        Producer: author,
        CreationDate: at,
        ModDate: at,
      },
    });
    this.doc.on("data", (chunk: Buffer) => this.chunks.push(chunk));
    this.done = new Promise((resolve, reject) => {
      this.doc.on("end", resolve);
      this.doc.on("error", reject);
    });
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
  }

  /** A part of the document's structure, in `parent` or at its top. Its `end` is the document's. */
  part(type: string, parent: Element = this.root): Element {
    const element = this.doc.struct(type);
    parent.add(element);
    return element;
  }

  lines(text: string, style: Style, width: number): Line[] {
    return linesOf(text, style, width, (run, { size }) => this.widthOf(run, size));
  }

  /** Height of so many lines. */
  heightOf(lines: readonly Line[], { size }: Style): number {
    return lines.length * size * leading;
  }

  /** Writes at the cursor, which moves below it. */
  write(
    parent: Element,
    tag: Tag,
    text: string,
    style: Style,
    box: Box = { x: this.left, width: this.width },
  ) {
    const lines = this.lines(text, style, box.width);
    this.room(this.heightOf(lines, style));
    this.y += this.writeAt(parent, tag, lines, style, { ...box, y: this.y });
  }

  /** Writes lines at a place; answers how high they are. */
  writeAt(parent: Element, tag: Tag, lines: readonly Line[], style: Style, box: Box & { y: number }): number {
    const head = tag === "column head" ? "Column" : tag === "row head" ? "Row" : undefined;
    const type = head ? "TH" : tag;
    const content = this.doc.markStructureContent(type);
    this.draw(lines, style, box);
    this.doc.endMarkedContent();
    // The library takes a `scope`, which its types do not know yet.
    parent.add(this.doc.struct(type, (head ? { scope: head } : {}) as object, [content]));
    return this.heightOf(lines, style);
  }

  /** Draws what is no part of the text: rules, heads said again, the foot of a page. */
  decorate(work: () => void) {
    this.doc.markContent("Artifact", { type: "Layout" });
    work();
    this.doc.endMarkedContent();
  }

  rule(y: number, color: string, height: number) {
    this.decorate(() => this.doc.rect(this.left, y, this.width, height).fill(color));
  }

  /** Goes on to the next page where there is not so much room left; true where it did. */
  room(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.doc.addPage({ size: "A4", margin });
    this.y = margin;
    return true;
  }

  /** Draws lines, from the top of `y`. */
  draw(lines: readonly Line[], style: Style, box: Box & { y: number }) {
    for (const [nth, line] of lines.entries()) {
      const baseline = box.y + (nth + 0.5) * style.size * leading + style.size * 0.36;
      let x = box.align === "right" ? box.x + box.width - line.width : box.x;
      const turned = isRightToLeft(line.text);
      // Read aloud and copied as it is written, not as it stands.
      if (turned) this.doc.markContent("Span", { actual: line.text });
      for (const run of line.runs) {
        const pen = this.use(run, style.size);
        pen
          .fillColor(style.color)
          .text(run.text, x, baseline, { ...whole, lineBreak: false, baseline: "alphabetic" });
        x += this.widthOf(run, style.size);
      }
      if (turned) this.doc.endMarkedContent();
    }
  }

  /** Writes the foot of every page and gives the file. */
  async finish(
    foot: (page: number, pages: number) => { left: string; right: string },
    style: Style,
  ): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let nth = 0; nth < count; nth++) {
      this.doc.switchToPage(start + nth);
      // The bottom margin would send what is written there to a page of its own.
      this.doc.page.margins.bottom = 0;
      const { left, right } = foot(nth + 1, count);
      const y = page.height - margin - style.size;
      const half = this.width / 2;
      this.decorate(() => {
        this.draw(this.lines(left, style, half).slice(0, 1), style, { x: this.left, width: half, y });
        this.draw(this.lines(right, style, half), style, {
          x: this.left + half,
          width: half,
          y,
          align: "right",
        });
      });
    }
    this.root.end();
    this.doc.end();
    await this.done;
    return Buffer.concat(this.chunks);
  }

  /** Measured once: the same words stand in many lines. */
  private widthOf(run: Run, size: number): number {
    const key = `${run.face.name} ${run.text}`;
    const known = this.widths.get(key) ?? this.use(run, 1).widthOfString(run.text, whole);
    this.widths.set(key, known);
    return known * size;
  }

  private use({ face }: Run, size: number): PDFKit.PDFDocument {
    if (!this.registered.has(face.name)) {
      this.doc.registerFont(face.name, face.file);
      this.registered.add(face.name);
    }
    return this.doc.font(face.name).fontSize(size);
  }
}

/**
 * A run is shaped as a whole, because word by word an Arabic line would stand in the wrong order. Without alternates of
 * letters by their neighbours, which names do not need and which take most of the time. The library passes this form on.
 */
const whole = { features: { calt: false } as never };
