import { expect, it } from "vitest";
import { isPublicAddress } from "./public-address.ts";
import { readTarget } from "./target.ts";

const closed = [
  ...["0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255"],
  ...["127.0.0.1", "127.255.255.254", "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255"],
  ...["192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.255"],
  ...["198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255"],
  ...["240.0.0.1", "255.255.255.255", "168.63.129.16"],
  ...["::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:7f00:1", "::127.0.0.1", "::8.8.8.8"],
  ...["64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:53aa:64c::1"],
  ...["2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::1", "2002:808:808::1", "3fff::1"],
  ...["5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1"],
];
const open = [
  ...["1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255"],
  ...[
    "128.0.0.1",
    "169.253.255.255",
    "169.255.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.0.1.1",
    "192.167.1.1",
  ],
  ...["192.169.0.1", "198.17.255.255", "198.20.0.1", "223.255.255.255", "168.63.129.15"],
  ...["2600::1", "2606:4700:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888", "2003::1", "3ffe::1"],
];

it.each(closed)("%s is nobody's on the internet", (address) => expect(isPublicAddress(address)).toBe(false));
it.each(open)("%s is on the internet", (address) => expect(isPublicAddress(address)).toBe(true));
it.each(["", "localhost", "1.1.1", "1.1.1.1.1", "0x7f000001", "[::1]", "1.1.1.1/8"])(
  "%j is no address",
  (text) => expect(isPublicAddress(text)).toBe(false),
);

/** Ways to write the address of this machine, or of one beside it, so that a reader misses it. */
const disguised = [
  ...[
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
  ],
  ...["0x7F.0x0.0x0.0x1", "127.0.0.1.", "%31%32%37.0.0.1", "127。0。0。1"],
  ...["①②⑦.0.0.1", "１２７.0.0.1", "0", "0.0.0.0", "00.0x0.0", "3232235777", "0xc0a80101", "192.168.257"],
  ...["2852039166", "0251.0376.0251.0376", "169.254.43518", "10.1", "0xa.1", "012.1"],
  ...[
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:10.0.0.1]",
    "[64:ff9b::a00:1]",
  ],
  ...["[fd00::1]", "[fe80::1]", "[2002:a00:1::]", "[::127.0.0.1]"],
];
it.each(disguised)("https://%s/ goes nowhere", (host) => {
  expect(readTarget(`https://${host}/hook`, [])).toBe("address");
});

it.each([
  ...["http://example.com/", "ftp://example.com/", "file:///etc/passwd", "data:text/plain,x", "example.com"],
  ...[
    "https://example.com:8443/",
    "https://example.com:80/",
    "https://user@example.com/",
    "https://a:b@example.com/",
  ],
  ...[
    "https://localhost/",
    "https://intranet/",
    "https://example.com./",
    "https://localhost./",
    "https://.com/",
  ],
  ...["https://[fe80::1%25eth0]/", "https://", "", " ", `https://example.com/${"x".repeat(2_000)}`],
  ...["https://1.1.1.256/", "https://example.com@127.0.0.1:22/", "javascript:alert(1)"],
])("%j is no address we call", (text) => {
  expect(readTarget(text, [])).toBe("url");
});

it.each([
  ["https://example.com/hook?a=b", "example.com"],
  ["HTTPS://EXAMPLE.com:443/hook", "example.com"],
  ["https://8.8.8.8/", "8.8.8.8"],
  ["https://[2606:4700:4700::1111]/", "2606:4700:4700::1111"],
  ["https://bücher.example/", "xn--bcher-kva.example"],
])("%s leads to %s", (text, host) => {
  expect(readTarget(text, [])).toMatchObject({ host, port: 443, secure: true, allowed: false });
});

it("what the installation has named is exempt, as the pair of host and port it named", () => {
  const allowed = ["127.0.0.1:4010", "localhost:4010", "[::1]:4010"];
  for (const host of ["127.0.0.1", "localhost", "[::1]"])
    expect(readTarget(`http://${host}:4010/`, allowed)).toMatchObject({ allowed: true, secure: false });
  for (const text of ["http://127.0.0.1:4011/", "http://127.0.0.1/", "http://localhost.example.com:4010/"])
    expect(readTarget(text, allowed)).toBe("url");
  expect(readTarget("http://u:p@127.0.0.1:4010/", allowed)).toBe("url");
});
