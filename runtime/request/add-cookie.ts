const header = "cookie";

/** Adds one cookie to those that are sent. Its value is encoded already. */
export function addCookie(headers: Record<string, string>, name: string, text: string): void {
  const others = headers[header];
  headers[header] = others ? `${others}; ${name}=${text}` : `${name}=${text}`;
}
