import { Check, Copy } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "../words/use-words.tsx";
import { Button } from "./button.tsx";
import { useHydrated } from "./use-hydrated.ts";

interface CopyLineProps {
  label: string;
  value: string;
  hint?: string;
}

/** A read-only field, which can be selected by hand where there is no script to copy it. */
export function CopyLine({ label, value, hint }: CopyLineProps) {
  const { t } = useWords();
  const id = useId();
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      <div className="copyline">
        <input
          className="in mono"
          id={id}
          value={value}
          readOnly
          translate="no"
          onFocus={(event) => event.currentTarget.select()}
        />
        {hydrated && (
          <Button icon={copied ? Check : Copy} onClick={copy} aria-live="polite">
            {copied ? t("copied") : t("copy")}
          </Button>
        )}
      </div>
      <p className="msg">{hint}</p>
    </div>
  );
}
