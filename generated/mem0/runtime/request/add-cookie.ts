const header = "cookie";

/** Adds one cookie to those that are sent. Its value must be encoded. */
export function addCookie(headers: Record<string, string>, name: string, text: string): void {
  const others = headers[header];
  headers[header] = others ? `${others}; ${name}=${text}` : `${name}=${text}`;
}
