import { useEffect, useState } from "react";
import { useBeforeUnload, useBlocker, useNavigation } from "react-router";

/**
 * True once something in the form was changed; leaving then asks first, unless it is `kept` elsewhere. Posting the form
 * is not leaving.
 */
export function useUnsaved(formId: string, question: string, refused: boolean, kept: boolean): boolean {
  const [changed, setUnsaved] = useState(false);
  const unsaved = (changed || refused) && !kept;
  const posting = useNavigation().formMethod === "POST";
  useEffect(() => {
    const form = document.getElementById(formId);
    const mark = () => setUnsaved(true);
    form?.addEventListener("input", mark);
    return () => form?.removeEventListener("input", mark);
  }, [formId]);

  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    return unsaved && !posting && currentLocation.pathname !== nextLocation.pathname;
  });
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useBeforeUnload((event) => {
    if (unsaved && !posting) event.preventDefault();
  });
  return unsaved;
}
