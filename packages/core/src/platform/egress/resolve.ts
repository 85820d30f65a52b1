import { lookup, Resolver } from "node:dns/promises";

/** Every address of a name; throws when it has none. */
export type Resolve = (host: string, signal: AbortSignal) => Promise<string[]>;

/**
 * Asks the name servers, IPv4 first, past the machine's own list of hosts. Not by getaddrinfo: four names whose servers
 * are silent would hold up every other look-up of the process.
 */
export const askNameServers: Resolve = async (host, signal) => {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const cancel = () => resolver.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    const asked = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = asked.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    if (found.length === 0) throw new Error("The name has no address");
    return found;
  } finally {
    signal.removeEventListener("abort", cancel);
  }
};

/** As this machine knows a name, for those the installation itself has named. */
export const askMachine: Resolve = async (host) =>
  (await lookup(host, { all: true, order: "ipv4first" })).map(({ address }) => address);
