import { encode } from "uqr";

/** A text as the path of its QR code, with the quiet margin scanners need. */
export function qrOf(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return { path, size };
}
