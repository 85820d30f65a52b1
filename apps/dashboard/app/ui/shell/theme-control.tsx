import { Monitor, Moon, Sun } from "lucide-react";
import { createContext, useContext } from "react";
import { useLocation } from "react-router";
import { useWords } from "../../words/use-words.tsx";
import { Icon } from "../icon.tsx";
import { usePost } from "../use-post.ts";

const choices = [
  ["light", Sun],
  ["dark", Moon],
  ["system", Monitor],
] as const;

export type ThemeName = (typeof choices)[number][0];
export const CurrentTheme = createContext<ThemeName>("system");

/** One fetcher key for the whole page: the document listens to it and changes at once. */
export const THEME_FETCHER = "theme";

/** Buttons of a form: the choice lands in a cookie, so the next page is painted right from its first byte. */
export function ThemeControl() {
  const { t } = useWords();
  const theme = useContext(CurrentTheme);
  const fetcher = usePost(THEME_FETCHER);
  const place = useLocation();
  return (
    <fetcher.Form method="post" action="/settings/theme" className="theme">
      <span>{t("theme.label")}</span>
      <input type="hidden" name="back" value={place.pathname + place.search} />
      <span className="seg">
        {choices.map(([name, icon]) => (
          <button
            key={name}
            type="submit"
            name="theme"
            value={name}
            aria-pressed={theme === name}
            title={t(`theme.${name}`)}
          >
            <Icon of={icon} />
            <span className="sr">{t(`theme.${name}`)}</span>
          </button>
        ))}
      </span>
    </fetcher.Form>
  );
}
