import { useCallback, useEffect, useRef, useState } from "react";
import type { SavedDraft } from "./types.ts";

const PAUSE_MS = 1_000;

export interface Autosave {
  /** The draft the form is kept as; undefined before anything was typed. */
  draftId: string | undefined;
  /** Set once all that stands in the form is kept: the word that says so. A password never is. */
  kept: "saved" | "savedButPassword" | undefined;
  /** Keeps it now instead of a moment after the last key. */
  saveNow: () => void;
}

/**
 * Keeps a form as a draft while it is typed. Rests while the form is posted, for that may end the draft; `answer` is
 * what the post came back with. Without a form's id nothing is kept.
 */
export function useAutosave(
  formId: string | undefined,
  openDraftId: string | undefined,
  answer: unknown,
): Autosave {
  const [draftId, setDraftId] = useState(openDraftId);
  const [kept, setKept] = useState<Autosave["kept"]>(openDraftId ? "saved" : undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const changes = useRef(0);
  const queue = useRef(Promise.resolve());
  const id = useRef(openDraftId);

  const save = useCallback(async () => {
    const form = formId && document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const at = changes.current;
    const secrets = secretsIn(form).filter(({ value }) => value !== "");
    const saved = await post(form, id.current);
    id.current = saved.id;
    setDraftId(saved.id);
    if (saved.id && at === changes.current) setKept(secrets.length > 0 ? "savedButPassword" : "saved");
  }, [formId]);
  // One after the other: two at once would make two drafts.
  const saveNow = useCallback(() => {
    clearTimeout(timer.current);
    queue.current = queue.current.then(save, save).catch(() => {});
  }, [save]);

  useEffect(() => {
    if (!formId) return;
    const form = document.getElementById(formId);
    const later = () => {
      changes.current++;
      setKept(undefined);
      clearTimeout(timer.current);
      timer.current = setTimeout(saveNow, PAUSE_MS);
    };
    const rest = () => clearTimeout(timer.current);
    form?.addEventListener("input", later);
    form?.addEventListener("submit", rest);
    return () => {
      rest();
      form?.removeEventListener("input", later);
      form?.removeEventListener("submit", rest);
    };
  }, [formId, saveNow]);
  useEffect(() => {
    if (formId && answer !== undefined && changes.current > 0) saveNow();
  }, [formId, answer, saveNow]);
  return { draftId, kept, saveNow };
}

function secretsIn(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[type=password]")];
}

/** Not by the router: its failure would be the page's. A draft removed elsewhere is forgotten, and made anew next time. */
async function post(form: HTMLFormElement, draftId: string | undefined): Promise<Partial<SavedDraft>> {
  const body = new FormData(form);
  for (const { name } of secretsIn(form)) body.delete(name);
  body.set("draftId", draftId ?? "");
  const response = await fetch("/resellers/drafts", { method: "POST", body, redirect: "error" });
  if (response.status === 404) return {};
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
