import {
  clampChroma,
  converter,
  formatHex,
  modeLrgb,
  modeOklch,
  modeRgb,
  useMode,
  wcagContrast,
} from "culori/fn";
import { surfaces } from "./surfaces.ts";

// culori/fn carries no colour space of its own: registering these three keeps the brand editor's bundle small.
// (Bound to a plain name, because a call to something named use* reads as a React hook to linters.)
const register = useMode;
register(modeRgb);
register(modeLrgb);
register(modeOklch);
const toOklch = converter("oklch");

export type Hex = `#${string}`;

export interface Derived {
  /** The brand exactly as it was given. */
  solid: Hex;
  /** Text on solid, hover and active: at least 4.5. */
  onSolid: Hex;
  hover: Hex;
  active: Hex;
  /** Outline of a solid area: the solid itself, or the mark where the solid would vanish on page or card. */
  edge: Hex;
  /** Switch track, radio, meter, focus ring, first series: at least 3 on every surface and on the tint. */
  mark: Hex;
  /** What sits on a mark, such as the thumb of a switch: at least 3. */
  onMark: Hex;
  /** Links and selected words: at least 4.5 on every surface and on the tint. */
  text: Hex;
  tint: Hex;
}

interface Oklch {
  l: number;
  c: number;
  h: number;
}

const INK = "#111113";

export function isHex(value: string): value is Hex {
  return /^#[0-9a-f]{6}$/i.test(value);
}

export function derive(brand: string, dark: boolean): Derived {
  if (!isHex(brand)) throw new Error("A brand colour is six hexadecimal digits after a #.");
  const solid = brand.toLowerCase() as Hex;
  const at = parts(solid);
  const pages: readonly Hex[] = dark ? surfaces.dark : surfaces.light;
  const tint = dark
    ? hex({ l: 0.28, c: at.c * 0.26, h: at.h })
    : hex({ l: 0.965, c: Math.min(at.c * 0.075, 0.02), h: at.h });
  const onSolid = readableOn(solid);
  // Dark pages ask for more than the rule: the same ratio looks weaker there.
  const mark = moved(at, dark, [...pages, tint], dark ? 3.6 : 3);
  return {
    solid,
    onSolid,
    hover: shifted(at, onSolid, dark ? 0.05 : -0.045),
    active: shifted(at, onSolid, dark ? -0.045 : -0.09),
    edge: contrastAll(solid, pages.slice(0, 2)) >= 3 ? solid : mark,
    mark,
    onMark: contrast(mark, "#ffffff") >= 3 ? "#ffffff" : INK,
    text: moved(at, dark, [...pages, tint], dark ? 5.5 : 4.5),
    tint,
  };
}

export function contrast(one: Hex, other: Hex): number {
  return wcagContrast(one, other);
}

function contrastAll(colour: Hex, grounds: readonly Hex[]): number {
  return Math.min(...grounds.map((ground) => contrast(colour, ground)));
}

/** White where it can be read, else ink; pure black for the narrow band of middle greys where ink falls short. */
function readableOn(solid: Hex): Hex {
  const found = (["#ffffff", INK] as const).find((colour) => contrast(colour, solid) >= 4.5);
  return found ?? "#000000";
}

/** The nearest lightness, in the direction away from the page, at which the colour reaches the wanted contrast. */
function moved(from: Oklch, dark: boolean, grounds: readonly Hex[], wanted: number): Hex {
  const away = dark ? 0.005 : -0.005;
  for (let l = from.l; l >= 0 && l <= 1; l += away) {
    const candidate = hex({ ...from, l });
    if (contrastAll(candidate, grounds) >= wanted) return candidate;
  }
  return dark ? "#ffffff" : "#000000";
}

/** A step of lightness for hover and active; turned round where the words on it would become hard to read. */
function shifted(from: Oklch, onSolid: Hex, step: number): Hex {
  const steps = [step, -step, step / 2, -step / 2];
  const found = steps
    .map((by) => hex({ ...from, l: clamp(from.l + by) }))
    .find((colour) => contrast(colour, onSolid) >= 4.5);
  return found ?? hex(from);
}

function parts(colour: Hex): Oklch {
  const { l, c, h } = toOklch(colour) ?? { l: 0, c: 0, h: 0 };
  return { l, c, h: h ?? 0 };
}

function hex(colour: Oklch): Hex {
  const inside = clampChroma({ mode: "oklch", ...colour }, "oklch");
  return formatHex(inside) as Hex;
}

function clamp(l: number): number {
  return Math.min(1, Math.max(0, l));
}
