/// <reference path="./linebreak.d.ts" />
import LineBreaker from "linebreak";
import type { Weight } from "./faces.ts";
import { charactersOf, type Run, runsOf } from "./runs.ts";

export interface Style {
  size: number;
  weight: Weight;
  color: string;
}

/** One line as it is drawn. */
export interface Line {
  text: string;
  runs: Run[];
  width: number;
}

/** Measures a run in a style. */
export type Measure = (run: Run, style: Style) => number;

/** Breaks text into lines no wider than `width`: between words, and within one that is wider than a line. */
export function linesOf(text: string, style: Style, width: number, measure: Measure): Line[] {
  const lineOf = (content: string): Line => {
    const runs = runsOf(content, style.weight);
    return { text: content, runs, width: runs.reduce((sum, run) => sum + measure(run, style), 0) };
  };
  const fits = (content: string) => lineOf(content.trimEnd()).width <= width;
  return printable(text)
    .split("\n")
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let line = "";
      for (const piece of piecesOf(paragraph)) {
        if (fits(line + piece)) {
          line += piece;
          continue;
        }
        if (line) lines.push(line);
        line = "";
        for (const character of fits(piece) ? [piece] : charactersOf(piece)) {
          if (line && !fits(line + character)) {
            lines.push(line);
            line = "";
          }
          line += character;
        }
      }
      return [...lines, line];
    })
    .map((line) => lineOf(line.trimEnd()));
}

/** What nobody sees has no place on paper: control characters, marks of direction, halves of pairs. */
function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, "");
}

function piecesOf(paragraph: string): string[] {
  const breaker = new LineBreaker(paragraph);
  const pieces: string[] = [];
  let last = 0;
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    pieces.push(paragraph.slice(last, found.position));
    last = found.position;
  }
  return pieces;
}
