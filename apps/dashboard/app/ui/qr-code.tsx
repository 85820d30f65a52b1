/** A QR code as drawn on the server: one path on a grid of `size` by `size` modules, dark on light in every theme. */
export function QrCode({ path, size, label }: { path: string; size: number; label: string }) {
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} className="qr-light" />
      <path d={path} className="qr-dark" />
    </svg>
  );
}
