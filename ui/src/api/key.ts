/** A key that no other request has, for Idempotency-Key: sent again with the same key, a request is done once. */
export function freshKey(): string {
  // Not randomUUID, which browsers keep from pages that are served without TLS.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
