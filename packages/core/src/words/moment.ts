/** An instant as people read it, in an IANA zone: "3 Dec 2026, 01:25 WET". The same form on pages and in mails. */
export function momentIn(language: string, zone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone: zone,
  });
  return (at) => format.format(at);
}

/** The day of an instant as people read it, in an IANA zone: "3 December 2026". */
export function dayIn(language: string, zone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: zone });
  return (at) => format.format(at);
}
