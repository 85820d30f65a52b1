import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** One connection through the proxy. */
export interface Link {
  /** The port the database sees: inet_client_port(). */
  port: number;
  /** Resets both sides, as a failing network does. */
  cut(): void;
}

/** Runs when the bytes pass: before they are handed on, or as their answer comes back. */
interface Trap {
  bytes: string;
  when: "sent" | "answered";
  spring: (link: Link) => Promise<void> | void;
}

/** A network between a pool and the database that can be broken at will. */
export interface Proxy {
  /** `url` with this proxy in place of the database's own address. */
  through(url: string): string;
  links: Set<Link>;
  /** Springs once, on the next connection that sends these bytes. */
  trap(trap: Trap): void;
  close(): Promise<void>;
}

/** Opens a proxy to the database at `url`. */
export async function openProxy(url: string): Promise<Proxy> {
  const target = new URL(url);
  const links = new Set<Link>();
  let trap: Trap | undefined;
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: target.hostname, port: Number(target.port), noDelay: true });
    const cut = () => {
      near.resetAndDestroy();
      far.resetAndDestroy();
    };
    const link: Link = { port: 0, cut };
    far.on("connect", () => {
      link.port = far.localPort ?? 0;
      links.add(link);
    });
    let answering: Trap | undefined;
    carry(near, far, (data) => {
      if (!trap || !data.includes(trap.bytes)) return;
      const sprung = trap;
      trap = undefined;
      if (sprung.when === "answered") answering = sprung;
      else return sprung.spring(link);
    });
    carry(far, near, () => {
      const sprung = answering;
      answering = undefined;
      return sprung?.spring(link);
    });
    for (const socket of [near, far]) {
      socket.on("error", cut);
      socket.on("close", () => {
        links.delete(link);
        near.destroy();
        far.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    links,
    through: (address) => {
      const changed = new URL(address);
      changed.host = `127.0.0.1:${port}`;
      return changed.href;
    },
    trap: (set) => {
      trap = set;
    },
    close: async () => {
      for (const link of links) link.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Hands bytes on in order, waiting for whatever `look` does on the way. */
function carry(from: Socket, to: Socket, look: (data: Buffer) => Promise<void> | void): void {
  let turn = Promise.resolve();
  from.on("data", (data) => {
    turn = turn.then(async () => {
      await look(data);
      if (to.writable) to.write(data);
    });
  });
}
