import { useEffect, useRef, useState } from "react";
import { unsentOf } from "../request/stay-on-page.ts";
import { useWords } from "../words/use-words.tsx";
import { SubmitButton } from "./button.tsx";
import type { ToastMessage } from "./toast.tsx";
import { SignInElsewhere } from "./unsent-note.tsx";
import { usePost } from "./use-post.ts";

const SHOWN_MS = 10_000;
const TICK_MS = 250;

/** Ten seconds, counted only while nobody points at it, stands in it, or looks at another tab. */
function useCountdown(done: () => void) {
  const [held, setHeld] = useState(false);
  const left = useRef(SHOWN_MS);
  useEffect(() => {
    const timer = setInterval(() => {
      if (held || document.hidden) return;
      left.current -= TICK_MS;
      if (left.current <= 0) done();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [held, done]);
  return setHeld;
}

export function ToastCard({ message, onClose }: { message: ToastMessage; onClose(): void }) {
  const { t } = useWords();
  const hold = useCountdown(onClose);
  const fetcher = usePost();
  const form = useRef<HTMLFormElement>(null);
  useUndoKey(form);
  const answer = fetcher.data;
  useEffect(() => {
    // Anything the answer says stands in this one's place by now.
    if (answer && !answer.toast && !unsentOf(answer)) onClose();
  }, [answer, onClose]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only holds the clock, there is nothing to press
    <div
      className={message.kind === "bad" ? "toast bad" : "toast"}
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <span>
        <b>{message.fact}</b>
        {message.consequence && ` — ${message.consequence}`}
        {message.signIn && (
          <>
            {" "}
            <SignInElsewhere />
          </>
        )}
      </span>
      {message.undo && (
        <fetcher.Form ref={form} method="post" action={message.undo.action}>
          {Object.entries(message.undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton aria-keyshortcuts="z">
            {t("undo")} <kbd translate="no">Z</kbd>
          </SubmitButton>
        </fetcher.Form>
      )}
    </div>
  );
}

/** Z takes it back from anywhere on the page, except where somebody is typing a z. */
function useUndoKey(form: React.RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as Element | null)?.closest?.(
        "input, textarea, select, [contenteditable]",
      );
      if (event.key.toLowerCase() !== "z" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      form.current?.requestSubmit();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [form]);
}
