/**
 * JSON as data. A number that would come out as another one stays the text that was sent: one beyond ±(2^53 - 1) with
 * more digits than a number holds for sure, and what is too large for any. One pass, and only where the text may have
 * such a number.
 *
 * @throws SyntaxError for text that is not JSON
 */
export function parseJson(text: string): unknown {
  let quoted = false;
  const keep = (token: string): string => {
    if (token === '"') quoted = !quoted;
    const most = /\d{16}/.test(token.replace(".", "")) ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
    return !quoted && Math.abs(Number(token)) > most ? `"${token}"` : token;
  };
  return JSON.parse(/[\d.]{16}|\de\+?\d{3}/i.test(text) ? text.replace(/\\.|"|-?\d[\d.e+-]*/gi, keep) : text);
}
