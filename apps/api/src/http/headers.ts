/** Headers every answer carries. `nonce` is this answer's own; without one no script and no inline style may run. */
export function securityHeaders(options: { nonce?: string; secure: boolean }): Record<string, string> {
  const nonce = options.nonce ? ` 'nonce-${options.nonce}'` : "";
  const policy = [
    "default-src 'none'",
    `script-src${nonce || " 'none'"}`,
    `style-src 'self'${nonce}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    ...(options.secure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
