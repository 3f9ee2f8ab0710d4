/**
 * Whether a parameter is a key in disguise: a credential that the document declares as an ordinary parameter. The rule is
 * closed, since business data also comes as `key` and `token` (a row, the next page): either the name says what it is, or
 * a short name is described as nothing else.
 */
export function isKeyParameter(place: string, name: string, description: string): boolean {
  if (place !== "header" && place !== "query" && place !== "cookie") return false;
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, "");
  if (place === "query" ? QUERY.has(words) : HEADER_ENDINGS.some((ending) => words.endsWith(ending))) return true;
  if (place === "header" && HEADERS.has(words)) return true;
  return SHORT.has(words) && DESCRIBED.test(description.trim());
}

/** `X-Api-Key`, `xi-api-key`, `X-Shopify-Access-Token`: what the end of a header or a cookie says is enough. */
const HEADER_ENDINGS: readonly string[] = [
  "accesstoken",
  "apikey",
  "apisecret",
  "apitoken",
  "appkey",
  "apptoken",
  "authkey",
  "authtoken",
  "bearertoken",
  "clientsecret",
  "rapidapikey",
  "secretkey",
  "securitytoken",
  "subscriptionkey",
];

/** Headers that are keys under exactly this name. */
const HEADERS: ReadonlySet<string> = new Set([
  ...["auth", "authentication", "authorization", "token", "xauth", "xauthentication", "xauthorization", "xtoken"],
]);

/** In a query, where a name can be anything, only these. */
const QUERY: ReadonlySet<string> = new Set([
  ...["accesstoken", "apikey", "apisecret", "apitoken", "appkey", "authkey", "authorization", "authtoken"],
  ...["bearertoken", "clientsecret", "oauthtoken", "securitytoken", "subscriptionkey", "xapikey"],
]);

/** Names that are as often data; the description decides. */
const SHORT: ReadonlySet<string> = new Set(["auth", "key", "secret", "session", "sessionid", "token", "userkey"]);

/** `API key. Your API key identifies your project`, and not `The API key to revoke`. */
const DESCRIBED =
  /^(?:(?:your|an?|required|optional)[ .:]+)?(?:(?:your|personal|private|secret)\s)?(?:api|access|auth|authentication|authorization|oauth|bearer|session)[ -](?:key|token)\b(?!\s+to\b)/i;
