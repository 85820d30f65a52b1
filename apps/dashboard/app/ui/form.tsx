import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { Form, useActionData, useFetcher } from "react-router";
import { unsentOf } from "../request/stay-on-page.ts";
import { UnsentNote } from "./unsent-note.tsx";

/** What an action answers when it refuses: the typed values come back, so a page without a script loses nothing. */
export interface FormState {
  values?: Record<string, string | undefined>;
  errors?: Record<string, string>;
  /** A sentence about the form as a whole. */
  formError?: string;
}

interface Fields {
  id: string;
  state: FormState;
  /** Name of the first field in error: it takes the focus. */
  first: string | undefined;
}

const Current = createContext<Fields>({ id: "form", state: {}, first: undefined });

export interface FormField {
  id: string;
  value: string | undefined;
  error: string | undefined;
  first: boolean;
}

export function useFormField(name: string): FormField {
  const { id, state, first } = useContext(Current);
  const error = state.errors?.[name];
  return {
    id: `${id}-${name}`,
    value: state.values?.[name],
    error,
    first: error !== undefined && first === name,
  };
}

export interface PostFormProps {
  id?: string;
  state?: FormState;
  action?: string;
  /** Nothing is shown at `action`: this page stays until the post leads elsewhere. */
  stays?: boolean;
  className?: string;
  /** A key of the form's own, for an action that must not be done twice by sending it again (request/once.server.ts). */
  once?: string;
  /** The form sends a file. */
  hasFile?: boolean;
  /** A field is being changed. */
  onChange?: () => void;
  children: ReactNode;
}

const nothing: FormState = {};

/** Native validation is off: its bubbles are not in our words, and they do not say how to put things right. */
export function PostForm({
  id = "form",
  state = nothing,
  action,
  stays,
  className,
  once,
  hasFile,
  onChange,
  children,
}: PostFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const first = Object.keys(state.errors ?? {})[0];
  const fields = useMemo(() => ({ id, state, first }), [id, state, first]);
  const fetcher = useFetcher();
  const answered = useActionData();
  const [posted, setPosted] = useState(false);
  const unsent = posted ? unsentOf(stays ? fetcher.data : answered) : undefined;
  useEffect(() => {
    if (!state.errors && !state.formError && !unsent) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (wrong ?? form.current?.querySelector<HTMLElement>("[role=alert]"))?.focus();
  }, [state, unsent]);
  const Post = stays ? fetcher.Form : Form;
  return (
    <Post
      ref={form}
      id={id}
      method="post"
      action={action}
      className={className}
      encType={hasFile ? "multipart/form-data" : undefined}
      onSubmit={() => setPosted(true)}
      onChange={onChange}
      noValidate
    >
      {once && <input type="hidden" name="once" value={state.values?.once ?? once} />}
      {unsent && <UnsentNote why={unsent} />}
      <Current value={fields}>{children}</Current>
    </Post>
  );
}

interface AskFormProps {
  id: string;
  state: FormState;
  action: string;
  children: ReactNode;
}

/** A form whose fields become the next page's address: it asks and changes nothing. What the question lacks stands at its field. */
export function AskForm({ id, state, action, children }: AskFormProps) {
  const first = Object.keys(state.errors ?? {})[0];
  const fields = useMemo(() => ({ id, state, first }), [id, state, first]);
  return (
    <Form id={id} method="get" action={action} noValidate preventScrollReset>
      <Current value={fields}>{children}</Current>
    </Form>
  );
}
