import { Check } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { described, FieldLabel, FieldMessage } from "../../ui/field.tsx";
import { useFormField } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { useHydrated } from "../../ui/use-hydrated.ts";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerFormOptions } from "./form-options.ts";

/** What GET /resellers/login-domain?label=acme answers. */
export interface LoginDomainAnswer {
  label: string;
  state: "free" | "taken" | "reserved" | "letters";
  /** What could be had instead. */
  suggestions: string[];
}

const PAUSE_MS = 250;
const letters = /^[a-z]{3,63}$/;

export function AddressSection({ address }: { address: ResellerFormOptions["address"] }) {
  const { t } = useWords("resellers");
  const field = useFormField("loginDomain");
  const [label, setLabel] = useState(field.value ?? "");
  const input = useRef<HTMLInputElement>(null);
  // Somebody may have typed before the script was there.
  useEffect(() => setLabel(input.current?.value ?? ""), []);
  const answer = useLoginDomain(label, input);
  const choose = (name: string) => {
    if (!input.current) return;
    input.current.value = name;
    setLabel(name);
    // What listens to the form hears of it as of a key.
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
    input.current.focus();
  };
  return (
    <Section title={t("section.domain")} about={t("section.domainAbout")}>
      <div className="f">
        <FieldLabel name="loginDomain" label={t("field.domain")} labelHidden />
        <div className="join">
          <span className="aff hide" translate="no">
            {address.before}
          </span>
          <input
            ref={input}
            className="in mono"
            name="loginDomain"
            required
            maxLength={63}
            pattern="[a-z]{3,63}"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            defaultValue={field.value}
            onChange={(event) => setLabel(event.currentTarget.value)}
            {...described(field)}
          />
          <span className="aff" translate="no">
            {address.after}
          </span>
        </div>
        <AddressMessage label={label} answer={answer} address={address} refused={field.value} />
        <Suggestions names={answer?.suggestions ?? []} choose={choose} />
      </div>
    </Section>
  );
}

interface AddressMessageProps {
  label: string;
  answer: LoginDomainAnswer | undefined;
  address: ResellerFormOptions["address"];
  /** The value the server's message is about; it goes once something else is typed. */
  refused: string | undefined;
}

function AddressMessage({ label, answer, address, refused }: AddressMessageProps) {
  const { t } = useWords("resellers");
  const { error, id } = useFormField("loginDomain");
  const hydrated = useHydrated();
  const state = answer?.state ?? (label === "" || letters.test(label) ? undefined : "letters");
  const good = state === undefined || state === "free";
  // The server's words name what could be had instead; beside the same as buttons they are not needed.
  const stillRefused = error && label === (refused ?? "") && (good || answer === undefined);
  if (stillRefused) return <FieldMessage name="loginDomain" />;
  // Only a script asks whether the name can be had: without one no address is promised.
  if (label === "" || !hydrated) return <FieldMessage name="loginDomain" hint={t("address.letters")} />;
  return (
    <p className={good ? "msg" : "msg err"} id={`${id}-m`} aria-live="polite">
      {state === "free" && (
        <span className="good">
          <Icon of={Check} />
          {t("address.free")}
        </span>
      )}
      {good ? <span>{t("address.page")}</span> : t(`address.${state}`)}
      {good && <output className="mono" translate="no">{`${address.before}${label}${address.after}`}</output>}
    </p>
  );
}

interface SuggestionsProps {
  names: string[];
  choose: (name: string) => void;
}

function Suggestions({ names, choose }: SuggestionsProps) {
  const { t } = useWords("resellers");
  if (names.length === 0) return null;
  return (
    <fieldset className="row ideas">
      <legend className="sr">{t("address.ideas")}</legend>
      <span className="muted small" aria-hidden="true">
        {t("address.ideas")}
      </span>
      {names.map((name) => (
        <Button key={name} size="sm" className="mono" translate="no" onClick={() => choose(name)}>
          {name}
        </Button>
      ))}
    </fieldset>
  );
}

/** Asks the server a moment after the last key; undefined while nothing is known about what stands there now. */
function useLoginDomain(
  label: string,
  input: RefObject<HTMLInputElement | null>,
): LoginDomainAnswer | undefined {
  const [answer, setAnswer] = useState<LoginDomainAnswer>();
  useEffect(() => {
    if (label === "") return;
    const asked = new AbortController();
    // The company's name is what suggestions are made of.
    const company = () => String(new FormData(input.current?.form ?? undefined).get("name") ?? "");
    const timer = setTimeout(() => ask(label, company(), asked.signal).then(setAnswer, () => {}), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [label, input]);
  return answer?.label === label ? answer : undefined;
}

/** Not by the router: its failure would be the page's, and this is only a hint. */
async function ask(label: string, company: string, signal: AbortSignal): Promise<LoginDomainAnswer> {
  const question = new URLSearchParams({ label, company });
  const response = await fetch(`/resellers/login-domain?${question}`, { signal, redirect: "error" });
  return response.json();
}
