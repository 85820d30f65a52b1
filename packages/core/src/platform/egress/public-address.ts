import { BlockList, isIP } from "node:net";

/** IPv4 that is nobody's on the internet, or somebody's inside (IANA's special-purpose registry, and multicast). */
const closed4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
  // A cloud's own services stand at this address although it looks public.
  "168.63.129.16/32",
];

/** IPv6 that is given out to the world; everything else is local, mapped, translated or multicast. */
const open6 = ["2000::/3"];

/** Parts of that which are none: protocol assignments with Teredo, documentation, 6to4. */
const closed6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const refused4 = listOf(closed4, "ipv4");
const given6 = listOf(open6, "ipv6");
const refused6 = listOf(closed6, "ipv6");

/** Is this the address of a machine on the public internet? An IPv6 form of an IPv4 address is none, whatever it holds. */
export function isPublicAddress(address: string): boolean {
  switch (address.includes("%") ? 0 : isIP(address)) {
    case 4:
      return !refused4.check(address, "ipv4");
    case 6:
      return given6.check(address, "ipv6") && !refused6.check(address, "ipv6");
    default:
      return false;
  }
}

function listOf(subnets: string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = "", bits] = subnet.split("/");
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}
