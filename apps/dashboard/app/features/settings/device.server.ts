import Bowser from "bowser";

/** What a browser says it is, in names: "Firefox" and "Windows"; null when it does not say. */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  const parsed = userAgent ? Bowser.parse(userAgent) : undefined;
  const [browser, system] = [parsed?.browser.name, parsed?.os.name];
  return browser && system ? { browser, system } : null;
}
