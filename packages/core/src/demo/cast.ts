/**
 * Who is in the demo. Its passwords are no secret: the demo runs on loopback only and carries nobody's data. The
 * agencies are marked as demo, so that one step removes them.
 */
export const demoPassword = "take a look around";

export const demoOperatorEmail = "iris@operator.example";

type Type = "own_plans" | "commission";

interface DemoReseller {
  name: string;
  loginDomain: string;
  email: string;
  contact: string;
  type: Type;
  plan: "Starter" | "Growth";
  country: string;
  phone: string;
  color: string;
  /** Days ago on which it joined. */
  joined: number;
  /** Units of each meter a day, roughly. */
  pace: { messages: number; whatsapp: number; team: number };
  /** Days ago on which it was locked. */
  locked?: number;
  /** Left without taking up its invitation. */
  invited?: boolean;
  /** Login domain of the distributor it hangs on. */
  under?: string;
}

/** Who has resellers of its own. */
interface DemoDistributor {
  name: string;
  loginDomain: string;
  email: string;
  contact: string;
  country: string;
  phone: string;
  color: string;
  joined: number;
  /** Most resellers it may have. */
  maximum: number;
}

function reseller(
  name: string,
  loginDomain: string,
  [email, contact]: [string, string],
  [type, plan]: [Type, DemoReseller["plan"]],
  [country, phone]: [string, string],
  color: string,
  joined: number,
  [messages, whatsapp, team]: [number, number, number],
  more: Pick<DemoReseller, "locked" | "invited" | "under"> = {},
): DemoReseller {
  return {
    name,
    loginDomain,
    email,
    contact,
    type,
    plan,
    country,
    phone,
    color,
    joined,
    pace: { messages, whatsapp, team },
    ...more,
  };
}

export const demoAgencies = [
  {
    name: "Nova Chat",
    slug: "nova",
    color: "#2f55e8",
    country: "PT",
    billingZone: "Europe/Lisbon",
    supportEmail: "support@novachat.example",
    owner: { name: "Maya Lindqvist", email: "maya@novachat.example" },
    distributors: [
      {
        name: "Gulf Channel Partners",
        loginDomain: "gulfchannel",
        email: "desk@gulfchannel.example",
        contact: "Noor Al Saadi",
        country: "AE",
        phone: "+971 4 402 5678",
        color: "#115e59",
        joined: 130,
        maximum: 5,
      },
    ] as DemoDistributor[],
    resellers: [
      reseller(
        "Brightline Media",
        "brightline",
        ["ana@brightline.example", "Ana Duarte"],
        ["own_plans", "Growth"],
        ["PT", "+351 213 456 789"],
        "#8f2a72",
        156,
        [1_400, 290, 9],
      ),
      reseller(
        "Casa Pixel",
        "casapixel",
        ["equipo@casapixel.example", "Luz Herrera"],
        ["commission", "Growth"],
        ["MX", "+52 55 5123 4567"],
        "#0f766e",
        120,
        [900, 120, 5],
      ),
      reseller(
        "Fjord Retail Systems",
        "fjord",
        ["it@fjordretail.example", "Nils Berg"],
        ["own_plans", "Growth"],
        ["NO", "+47 22 12 34 56"],
        "#1d4f91",
        110,
        [2_100, 480, 12],
      ),
      reseller(
        "Harbour & Pine",
        "harbourpine",
        ["accounts@harbourpine.example", "Tess Moore"],
        ["commission", "Starter"],
        ["GB", "+44 20 7946 0182"],
        "#4a6b2f",
        12,
        [90, 12, 2],
      ),
      reseller(
        "Kumo Digital",
        "kumo",
        ["ops@kumodigital.example", "Aya Mori"],
        ["commission", "Growth"],
        ["JP", "+81 3 1234 5678"],
        "#b45309",
        80,
        [800, 60, 3],
        { locked: 7 },
      ),
      reseller(
        "Meridian Support Co.",
        "meridian",
        ["admin@meridian.example", "Omar Haddad"],
        ["commission", "Growth"],
        ["AE", "+971 4 301 1234"],
        "#7c3aed",
        96,
        [1_900, 200, 6],
        { under: "gulfchannel" },
      ),
      reseller(
        "Orsted Commerce",
        "orsted",
        ["partners@orsted.example", "Ida Holm"],
        ["own_plans", "Growth"],
        ["DK", "+45 32 12 34 56"],
        "#be123c",
        100,
        [1_600, 380, 8],
      ),
      reseller(
        "Studio Adeyemi",
        "adeyemi",
        ["billing@adeyemi.example", "Kemi Adeyemi"],
        ["own_plans", "Starter"],
        ["NG", "+234 803 123 4567"],
        "#fde047",
        75,
        [160, 20, 3],
      ),
      reseller(
        "Tallinn Growth Lab",
        "growthlab",
        ["hello@growthlab.example", "Mart Tamm"],
        ["own_plans", "Growth"],
        ["EE", "+372 612 3456"],
        "#0369a1",
        31,
        [420, 35, 4],
      ),
      reseller(
        "Lumen & Co",
        "lumen",
        ["team@lumen.example", "Élise Roux"],
        ["commission", "Starter"],
        ["FR", "+33 1 23 45 67 89"],
        "#111827",
        3,
        [0, 0, 0],
        { invited: true },
      ),
    ],
  },
  {
    name: "Wavecast",
    slug: "wavecast",
    color: "#0d7a5f",
    country: "US",
    billingZone: "America/Chicago",
    supportEmail: "help@wavecast.example",
    owner: { name: "Dev Okafor", email: "dev@wavecast.example" },
    distributors: [],
    resellers: [
      reseller(
        "Prairie Signal",
        "prairie",
        ["lee@prairiesignal.example", "Lee Chan"],
        ["own_plans", "Starter"],
        ["US", "+1 312 555 0142"],
        "#9a3412",
        66,
        [260, 40, 3],
      ),
      reseller(
        "Northgate Automation",
        "northgate",
        ["channel@northgate.example", "Sam Ruiz"],
        ["commission", "Growth"],
        ["US", "+1 415 555 0199"],
        "#334155",
        64,
        [700, 90, 5],
      ),
    ],
  },
];

export type DemoAgency = (typeof demoAgencies)[number];
