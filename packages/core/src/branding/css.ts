import { type Derived, derive } from "./derive.ts";

const names: Record<keyof Derived, string> = {
  solid: "--d-solid",
  onSolid: "--d-on-solid",
  hover: "--d-hover",
  active: "--d-active",
  edge: "--d-edge",
  mark: "--d-mark",
  onMark: "--d-on-mark",
  text: "--d-text",
  tint: "--d-tint",
};

/** Each derived colour under its custom property, light and dark in one value. */
export function brandProperties(brand: string): [property: string, value: string][] {
  const light = derive(brand, false);
  const dark = derive(brand, true);
  return (Object.keys(names) as (keyof Derived)[]).map((key) => {
    const value = light[key] === dark[key] ? light[key] : `light-dark(${light[key]},${dark[key]})`;
    return [names[key], value];
  });
}

/**
 * Layer 2 of the tokens for one `<style nonce>`. Only digits that derive() made reach the text, so a stored colour
 * can never close the element or add a rule.
 */
export function brandCss(brand: string, selector = ":root"): string {
  const rules = brandProperties(brand).map(([property, value]) => `${property}:${value}`);
  return `${selector}{${rules.join(";")}}`;
}
