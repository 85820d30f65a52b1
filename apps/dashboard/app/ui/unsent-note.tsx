import type { Unsent } from "../request/stay-on-page.ts";
import { useWords } from "../words/use-words.tsx";
import { Note } from "./note.tsx";

/** Stands in a form whose post was not carried out; what was typed is still there. */
export function UnsentNote({ why }: { why: Unsent }) {
  const { t } = useWords();
  return (
    <Note kind="err">
      {t(`unsent.${why}.fact`)}
      {". "}
      {t(`unsent.${why}.about`)}
      {why === "signedOut" && (
        <>
          {" "}
          <SignInElsewhere />
        </>
      )}
    </Note>
  );
}

/** In another tab, so that this page keeps what stands on it. */
export function SignInElsewhere() {
  const { t } = useWords();
  return (
    <a className="link" href="/sign-in" target="_blank" rel="noopener">
      {t("unsent.signIn")}
    </a>
  );
}
