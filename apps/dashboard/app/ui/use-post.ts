import { useEffect } from "react";
import { useFetcher } from "react-router";
import { unsentOf } from "../request/stay-on-page.ts";
import { useWords } from "../words/use-words.tsx";
import { type ToastMessage, useToast } from "./toast.tsx";

/** A fetcher for buttons that post by themselves: what its action answers, or that it was not reached, is said as a toast. */
export function usePost(key?: string) {
  const fetcher = useFetcher<{ toast?: ToastMessage }>({ key });
  const { t } = useWords();
  const toast = useToast();
  const answer = fetcher.data;
  useEffect(() => {
    const unsent = unsentOf(answer);
    if (unsent) {
      const said = { fact: t(`unsent.${unsent}.fact`), consequence: t(`unsent.${unsent}.again`) };
      toast.show({ id: crypto.randomUUID(), kind: "bad", ...said, signIn: unsent === "signedOut" });
    } else if (answer?.toast) toast.show(answer.toast);
  }, [answer, toast, t]);
  return fetcher;
}
