import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link, useNavigation } from "react-router";
import { Icon } from "./icon.tsx";

interface Look {
  /** `pri` is the one filled button of a screen. */
  kind?: "pri" | "ghost" | "danger";
  size?: "sm";
  wide?: boolean;
  icon?: LucideIcon;
  className?: string;
}

const classes = ({ kind, size, wide, className }: Look) => clsx("btn", kind, size, wide && "wide", className);

export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button({ kind, size, wide, icon, className, children, ...button }: ButtonProps) {
  return (
    <button type="button" {...button} className={classes({ kind, size, wide, className })}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

/** Posts its form; answers a second click while the first is under way with nothing. */
export function SubmitButton(props: ButtonProps) {
  const busy = useNavigation().state === "submitting";
  return (
    <Button
      {...props}
      type="submit"
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : props.onClick}
    />
  );
}

export function ButtonLink({
  to,
  icon,
  children,
  reload,
  ...look
}: Look & { to: string; children: ReactNode; reload?: boolean }) {
  return (
    <Link to={to} className={classes(look)} reloadDocument={reload}>
      {icon && <Icon of={icon} />}
      {children}
    </Link>
  );
}
