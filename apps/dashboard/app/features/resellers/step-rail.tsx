import { Check } from "lucide-react";
import { useEffect, useState } from "react";
import { FieldLink } from "../../ui/field-link.tsx";
import type { FormState } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words/use-words.tsx";
import { isComplete, steps, type Typed } from "./steps.ts";

/** The form's parts: which are done, and the way to each. All stay on one page, so nobody has to go through them. */
export function StepRail({ form, state }: { form: string; state?: FormState }) {
  const { t } = useWords("resellers");
  const typed = useTyped(form, state);
  const refused = Object.keys(state?.errors ?? {});
  return (
    <nav className="steps" aria-label={t("steps.label")}>
      <ol>
        {steps.map(({ key, first }, at) => {
          const done = isComplete(key, typed, refused);
          return (
            <li key={key} className={done ? "done" : undefined}>
              <FieldLink id={`${form}-${first}`}>
                <span className="number" aria-hidden="true">
                  {done ? <Icon of={Check} /> : at + 1}
                </span>
                {t(`steps.${key}`)}
                <span className="sr">{t(done ? "steps.done" : "steps.open")}</span>
              </FieldLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** What stands in the form now; before there is a script, what the server knows of it. */
function useTyped(formId: string, state: FormState | undefined): Typed {
  const [typed, setTyped] = useState<Typed>(state?.values ?? {});
  useEffect(() => {
    const form = document.getElementById(formId) as HTMLFormElement;
    const read = () => setTyped(Object.fromEntries(new FormData(form)) as Typed);
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [formId]);
  return typed;
}
