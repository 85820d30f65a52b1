interface Options {
  nonce?: string;
  secure: boolean;
  /** Origin of the gateway's hosted page, to which a form leads without scripts. */
  paysAt?: string;
}

/** Headers every answer carries. `nonce` is this answer's own; without one no script and no inline style may run. */
export function securityHeaders(options: Options): Record<string, string> {
  const nonce = options.nonce ? ` 'nonce-${options.nonce}'` : "";
  const policy = [
    "default-src 'none'",
    `script-src${nonce || " 'none'"}`,
    `style-src 'self'${nonce}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    `form-action 'self'${options.paysAt ? ` ${options.paysAt}` : ""}`,
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
