/**
 * Headers that an argument must not set: those of credentials, routing and framing, and those that `fetch` rejects or
 * loses. Names are compared without regard to case.
 */
export const reservedHeaders: RegExp =
  /^(__proto__|authorization|connection|content-length|cookie|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;
