import "../../words/subscriptions.ts";
import type { ReactNode } from "react";
import { SubmitButton } from "../../ui/button.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { useWords } from "../../words/use-words.tsx";

interface OrderFormProps {
  state: FormState;
  action: string;
  /** A field is being changed: what was looked at is not what is ordered any more. */
  changed: () => void;
  /** Of what is looked at; undefined = nothing is. */
  once?: string;
  /** What the preview is of, by field: sent along, so that nothing else than what was seen is ordered, script or not. */
  seen: Record<string, string | undefined>;
  /** What else the preview showed and the order has to hold to. */
  held: Record<string, string | number | undefined>;
  children: ReactNode;
}

/** Fields, and a button that shows what they come to; the button that orders belongs to the same form. */
export function OrderForm({ state, action, changed, once, seen, held, children }: OrderFormProps) {
  const { t } = useWords("subscriptions");
  const hidden = once === undefined ? {} : { ...held, ...seenFields(seen) };
  return (
    <PostForm state={state} action={action} once={once} onChange={changed}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ""} />
      ))}
      {children}
      <div className="gap-bottom">
        <SubmitButton name="look" value="on">
          {t("sell.look")}
        </SubmitButton>
      </div>
    </PostForm>
  );
}

function seenFields(seen: OrderFormProps["seen"]) {
  return Object.fromEntries(Object.entries(seen).map(([name, value]) => [`seen.${name}`, value]));
}
