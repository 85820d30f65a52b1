import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../words/use-words.tsx";
import { Button } from "./button.tsx";
import { useHydrated } from "./use-hydrated.ts";

interface CopyBlockProps {
  /** Text that a machine reads: code, a body, a command. */
  text: string;
  /** Taken instead of what is shown, where that is laid out for reading. */
  copied?: string;
}

/** Several lines to be read or taken along, which can be selected by hand where there is no script to copy them. */
export function CopyBlock({ text, copied = text }: CopyBlockProps) {
  const { t } = useWords();
  const hydrated = useHydrated();
  const [done, setDone] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await navigator.clipboard.writeText(copied);
    setDone(true);
    timer.current = setTimeout(() => setDone(false), 2_000);
  };
  return (
    <>
      <pre className="plain" translate="no">
        {text}
      </pre>
      {hydrated && (
        <div className="foot">
          <Button size="sm" icon={done ? Check : Copy} onClick={copy} aria-live="polite">
            {done ? t("copied") : t("copy")}
          </Button>
        </div>
      )}
    </>
  );
}
