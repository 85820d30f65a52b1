/** Texts that are kept prepared. What is asked the usual ways is far fewer. */
const mostNames = 200;
const names = new Map<string, string>();

/**
 * The name under which connections keep a statement whose text is put together as it is asked for. Only the first texts
 * of a process get one: each connection keeps what it has prepared, and whoever asks in every way there is must not
 * fill its memory. Without a name it is prepared anew.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  const name = `asked_${names.size}`;
  names.set(text, name);
  return name;
}
