import bidiFactory from "bidi-js";
import { type Face, faceFor, missing, type Weight } from "./faces.ts";

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A stretch of a line in one font and one direction. */
export interface Run {
  face: Face;
  text: string;
}

/** Splits text as it is written into characters as people see them. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** The runs of one line, left to right as they stand on paper. */
export function runsOf(line: string, weight: Weight): Run[] {
  const levels = isRightToLeft(line) ? bidi.getEmbeddingLevels(line, "ltr").levels : undefined;
  const runs: (Run & { level: number })[] = [];
  let at = 0;
  for (const character of charactersOf(line)) {
    const level = levels?.[at] ?? 0;
    const last = runs.at(-1);
    const found = faceFor(character, weight);
    const text = found ? character : missing;
    const face = found ?? faceFor(missing, weight)!;
    if (last && last.level === level && last.face === face) last.text += text;
    else runs.push({ face, text, level });
    at += character.length;
  }
  return inVisualOrder(runs).map(({ face, text, level }) => ({
    face,
    text: level % 2 === 1 && !isRightToLeft(text) ? mirrored(text) : text,
  }));
}

/** From the highest level down, what stands at a level or above is turned round (UAX 9, L2). */
function inVisualOrder<R extends { level: number }>(runs: R[]): R[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to++;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return ordered;
}

/** Signs between words that run from right to left: a font turns letters round by itself, and these not. */
function mirrored(text: string): string {
  return charactersOf(text)
    .reverse()
    .map((one) => bidi.getMirroredCharacter(one) ?? one)
    .join("");
}
