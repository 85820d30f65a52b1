import { usePost } from "./use-post.ts";

interface SwitchProps {
  on: boolean;
  /** Whose switch it is, for those who hear it: "Harbour & Pine access". */
  label: string;
  words: { on: string; off: string };
  /** Where it posts, and the fields that ask for the other state. */
  action: string;
  fields: Record<string, string>;
  disabled?: boolean;
}

/** A submit button in a form of its own, so it works without a script; with one it flips at once. */
export function Switch({ on, label, words, action, fields, disabled }: SwitchProps) {
  const fetcher = usePost();
  // While the request is under way it stands where the person put it; a refusal puts it back and says why.
  const shown = fetcher.state === "idle" ? on : !on;
  return (
    <fetcher.Form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className="sw"
        role="switch"
        aria-checked={shown}
        aria-label={label}
        disabled={disabled}
      >
        {shown ? words.on : words.off}
      </button>
    </fetcher.Form>
  );
}
