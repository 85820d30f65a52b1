import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { useSubmit } from "react-router";
import { Icon } from "./icon.tsx";

interface SearchBoxProps {
  name: string;
  value: string;
  label: string;
  placeholder: string;
}

const PAUSE_MS = 250;

/** Part of a GET form: Enter sends it; with a script a short pause in typing does too, without filling the history. */
export function SearchBox({ name, value, label, placeholder }: SearchBoxProps) {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const sendSoon = (form: HTMLFormElement | null | undefined) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => form && submit(form, { replace: true, preventScrollReset: true }),
      PAUSE_MS,
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before the script was there
  useEffect(() => {
    if (input.current && input.current.value !== value) sendSoon(input.current.form);
    return () => clearTimeout(timer.current);
  }, []);
  useEffect(() => {
    // Back and "clear filters" change the address; what is being typed right now stays.
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value]);
  return (
    <label className="search">
      <span className="sr">{label}</span>
      <Icon of={Search} />
      <input
        ref={input}
        className="in"
        type="search"
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        onChange={(event) => sendSoon(event.currentTarget.form)}
      />
    </label>
  );
}
