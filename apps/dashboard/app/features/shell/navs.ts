import {
  Banknote,
  Building2,
  ChartColumn,
  Gauge,
  House,
  KeyRound,
  Layers,
  Mails,
  MonitorSmartphone,
  Network,
  Palette,
  Percent,
  ReceiptText,
  SlidersHorizontal,
  ToggleRight,
  User,
} from "lucide-react";
import type { NavItem } from "../../ui/shell/nav.tsx";
import type { Workspaces } from "../../ui/shell/switch.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { MoneyPage } from "../commissions/types.ts";
import type { SettingsPage } from "../settings/settings-frame.tsx";

export type NavKind = "agency" | "reseller" | "customer" | "operator";

/** Whose resellers there are to look after on a host below the agency. */
export type Above = "nobody" | "distributor" | "reseller";

interface NavFacts {
  above?: Above;
  counts?: { resellers?: number };
  money?: readonly MoneyPage[];
  seesInvoices?: boolean;
}

/** The sidebar of each face of the product. */
export function useNav(
  kind: NavKind,
  { above = "nobody", counts = {}, money = [], seesInvoices = false }: NavFacts = {},
): NavItem[] {
  const { t } = useWords();
  const plans = { label: t("nav.plans"), icon: Layers, to: "/plans" };
  const allowances = { label: t("nav.allowances"), icon: Gauge, to: "/allowances" };
  const features = { label: t("nav.features"), icon: ToggleRight, to: "/features" };
  const invoices = seesInvoices ? [{ label: t("nav.invoices"), icon: ReceiptText, to: "/invoices" }] : [];
  const settings = { label: t("nav.settings"), icon: SlidersHorizontal, to: "/settings" };
  const earned = [
    { label: t("nav.commissions"), icon: Percent, to: "/commissions" },
    { label: t("nav.payouts"), icon: Banknote, to: "/payouts" },
    { label: t("nav.reports"), icon: ChartColumn, to: "/reports" },
  ].filter(({ to }) => money.some((page) => to === `/${page}`));
  const products = [plans, allowances, features, settings];
  if (kind === "agency") {
    const resellers = { label: t("nav.resellers"), to: "/resellers", count: counts.resellers };
    const distributors = { label: t("nav.distributors"), to: "/distributors" };
    const partners = { label: t("nav.partners"), icon: Network, items: [resellers, distributors] };
    const customers = { label: t("nav.customers"), icon: User, to: "/customers" };
    return [partners, customers, ...invoices, ...earned, ...products];
  }
  if (kind === "reseller") {
    const resellers = { label: t("nav.resellers"), icon: Network, to: "/resellers" };
    // A distributor sells through its resellers alone: it has neither plans nor a home of its own.
    if (above === "distributor") return [resellers, allowances, settings];
    const home = { label: t("nav.home"), icon: House, to: "/", exact: true };
    const customers = { label: t("nav.myCustomers"), icon: User, to: "/customers" };
    return [
      home,
      ...(above === "reseller" ? [resellers] : []),
      customers,
      ...invoices,
      ...earned,
      ...products,
    ];
  }
  if (kind === "customer") return [{ label: t("nav.account"), icon: House, to: "/account" }, settings];
  return [
    { label: t("nav.agencies"), icon: Building2, to: "/agencies" },
    { label: t("nav.outbox"), icon: Mails, to: "/outbox" },
  ];
}

/** What the menu over the signed-in person leads to. */
export function usePersonLinks(open: readonly SettingsPage[]): NavItem[] {
  const { t } = useWords();
  const links: (NavItem | false)[] = [
    { label: t("nav.profile"), icon: User, to: "/settings/profile" },
    { label: t("nav.sessions"), icon: MonitorSmartphone, to: "/settings/sessions" },
    open.includes("brand") && { label: t("nav.brand"), icon: Palette, to: "/settings/brand" },
    open.includes("keys") && { label: t("nav.keys"), icon: KeyRound, to: "/settings/keys" },
  ];
  return links.filter((link) => link !== false);
}

/**
 * The partner portal's own corners (D-07): the company, and whom it sells to; a distributor has neither here. Whoever is in
 * several accounts of this host goes over to another.
 */
export function useWorkspaces(kind: NavKind, above?: Above, accounts = 1): Workspaces | undefined {
  const { t } = useWords();
  const partner = kind === "reseller" && above !== "distributor";
  const items = [
    ...(partner ? [{ label: t("nav.company"), icon: Building2, to: "/company" }] : []),
    ...(partner ? [{ label: t("nav.myCustomers"), icon: User, to: "/customers" }] : []),
    ...(accounts > 1 ? [{ label: t("nav.accounts"), icon: Network, to: "/accounts" }] : []),
  ];
  if (items.length === 0) return undefined;
  return { label: t(kind === "reseller" ? "nav.switch" : "nav.accounts"), items };
}
