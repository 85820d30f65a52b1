import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import { unpackWoff } from "./unpack-woff.ts";

const { resolve } = createRequire(import.meta.url);

export type Weight = 400 | 600;

/** A font file and what it can draw. */
export interface Face {
  name: string;
  file: Buffer;
  draws(character: string): boolean;
}

/** Asked in this order. The last draws the scripts that are left, plainly and in one weight. */
const families = [
  ...["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"].map(
    (script) => `@fontsource/inter/files/inter-${script}`,
  ),
  "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic",
  "@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew",
];
const lastFamily = "@fontsource/unifontex/files/unifontex-latin";

/** Stands where no font has a character, such as a picture sign. */
export const missing = "\u25a1";

const opened = new Map<string, Face>();

/** The face that draws a character as people see it, an accent with its letter; undefined where none does. */
export function faceFor(grapheme: string, weight: Weight): Face | undefined {
  const characters = [...grapheme];
  for (const family of families) {
    const face = openFace(`${family}-${weight}-normal.woff`);
    if (characters.every((one) => face.draws(one))) return face;
  }
  const last = openFace(`${lastFamily}-400-normal.woff`);
  return characters.every((one) => last.draws(one)) ? last : undefined;
}

function openFace(path: string): Face {
  const known = opened.get(path);
  if (known) return known;
  const file = unpackWoff(readFileSync(resolve(path)));
  const font = fontkit.create(file);
  if (!("hasGlyphForCodePoint" in font)) throw new Error(`${path} is not one font`);
  const face = {
    name: path,
    file,
    draws: (character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
  opened.set(path, face);
  return face;
}
