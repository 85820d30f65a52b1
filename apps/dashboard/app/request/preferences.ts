import type { Locale } from "../words/words.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function readTheme(cookies: string | null): Theme {
  const value = readCookie(cookies, "theme");
  return themes.find((theme) => theme === value) ?? "system";
}

/** The pseudo-locale shows words that miss t(); it is offered where no customer can meet it. */
export function readLocale(cookies: string | null, demo: boolean): Locale {
  return demo && readCookie(cookies, "locale") === "pseudo" ? "pseudo" : "en";
}

/** Readable by nobody but the server; Secure is left out, because it holds nothing worth protecting. */
export function themeCookie(theme: Theme): string {
  return `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}

function readCookie(cookies: string | null, name: string): string | undefined {
  const pair = cookies?.split(";").find((part) => part.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1);
}
