/**
 * A message as a command that sends it once more from a terminal: the same bytes under the same id. Whoever receives it
 * refuses the signature, in whose place stands a word.
 */
export function asCurl({ url, messageId, body }: { url: string; messageId: string; body: string }): string {
  return [
    `curl ${quoted(url)}`,
    "-H 'content-type: application/json'",
    `-H 'webhook-id: ${messageId}'`,
    '-H "webhook-timestamp: $(date +%s)"',
    "-H 'webhook-signature: v1,SIGNATURE'",
    `--data-raw ${quoted(body)}`,
  ].join(" \\\n  ");
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
