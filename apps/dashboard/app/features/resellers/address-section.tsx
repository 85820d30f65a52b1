import { Check } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { described, FieldLabel, FieldMessage } from "../../ui/field.tsx";
import { useFormField } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { useHydrated } from "../../ui/use-hydrated.ts";
import type { ResellerFormOptions } from "./form-options.ts";

/** What GET /resellers/login-domain?label=acme answers. */
export interface LoginDomainAnswer {
  label: string;
  state: "free" | "taken" | "reserved" | "letters";
}

const PAUSE_MS = 250;
const letters = /^[a-z]{3,63}$/;

export function AddressSection({ address }: { address: ResellerFormOptions["address"] }) {
  const { t } = useTranslation("resellers");
  const field = useFormField("loginDomain");
  const [label, setLabel] = useState(field.value ?? "");
  const input = useRef<HTMLInputElement>(null);
  // Somebody may have typed before the script was there.
  useEffect(() => setLabel(input.current?.value ?? ""), []);
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
        <AddressMessage label={label} address={address} refused={field.value} />
      </div>
    </Section>
  );
}

interface AddressMessageProps {
  label: string;
  address: ResellerFormOptions["address"];
  /** The value the server's message is about; it goes once something else is typed. */
  refused: string | undefined;
}

function AddressMessage({ label, address, refused }: AddressMessageProps) {
  const { t } = useTranslation("resellers");
  const { error, id } = useFormField("loginDomain");
  const state = useLoginDomain(label);
  const hydrated = useHydrated();
  if (error && label === (refused ?? "")) return <FieldMessage name="loginDomain" />;
  // Only a script asks whether the name can be had: without one no address is promised.
  if (label === "" || !hydrated) return <FieldMessage name="loginDomain" hint={t("address.letters")} />;
  const good = state === undefined || state === "free";
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

/** Asks the server a moment after the last key; undefined while nothing is known about what stands there now. */
function useLoginDomain(label: string): LoginDomainAnswer["state"] | undefined {
  const [answer, setAnswer] = useState<LoginDomainAnswer>();
  const wellFormed = letters.test(label);
  useEffect(() => {
    if (!wellFormed) return;
    const asked = new AbortController();
    const timer = setTimeout(() => ask(label, asked.signal).then(setAnswer, () => {}), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [label, wellFormed]);
  if (!wellFormed) return label === "" ? undefined : "letters";
  return answer?.label === label ? answer.state : undefined;
}

/** Not by the router: its failure would be the page's, and this is only a hint. */
async function ask(label: string, signal: AbortSignal): Promise<LoginDomainAnswer> {
  const response = await fetch(`/resellers/login-domain?label=${label}`, { signal, redirect: "error" });
  return response.json();
}
