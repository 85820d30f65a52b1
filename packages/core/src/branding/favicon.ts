import { derive } from "./derive.ts";

const NEUTRAL = "#3f3f46";

/** The first letter of the name on the brand colour, as a data: address; it needs no file and no request. */
export function favicon(name: string, brand: string | null): string {
  const { solid, onSolid } = derive(brand ?? NEUTRAL, false);
  const letter = [...name.trim()].find((each) => /[\p{L}\p{N}]/u.test(each))?.toUpperCase() ?? "";
  const words = `<text x="16" y="22.5" text-anchor="middle" font-family="Inter,system-ui,sans-serif" font-size="18" font-weight="600" fill="${onSolid}">${letter}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${solid}"/>${words}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
