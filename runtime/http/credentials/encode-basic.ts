import type { EncodeCredential } from "../../types.js";

/** User name and password as RFC 7617 has them: base64 of their UTF-8, joined by a colon. */
export const encodeBasic: EncodeCredential = (credential) => {
  const isText = typeof credential === "string";
  const text = isText ? credential : `${credential.username}:${credential.password}`;
  const colon = text.indexOf(":");
  // A colon in a user name would move the rest of it into the password.
  const moved = !isText && credential.username.length !== colon;
  if (colon < 0 || moved || /[\p{Cc}\p{Cs}]/u.test(text)) return [];
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const password = text.slice(colon + 1);
  return password ? [encoded, password] : [encoded, text.slice(0, colon)];
};
