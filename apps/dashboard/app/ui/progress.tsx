interface ProgressProps {
  /** What is counted, for readers of a screen. */
  label: string;
  done: number;
  total: number;
}

/** How far something has come. No warning colours: being nearly done is good. */
export function Progress({ label, done, total }: ProgressProps) {
  const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
  return (
    <svg
      className="meter on"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <rect width={`${percent}%`} height="4" rx="2" />
    </svg>
  );
}
