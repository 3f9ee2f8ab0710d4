import { asText } from "../../shared/json.js";
import type { Resolved } from "../../shared/ref.js";

/**
 * The parameters of an operation that carry the signature of a request: AWS's or that of OAuth 1.0. Each is computed from
 * the others and from a secret for every request, so that neither a model nor an environment variable can give them.
 */
export function findSigning(parameters: readonly Resolved[]): ReadonlySet<Resolved> {
  const sure = parameters.filter((parameter) => SIGNING.has(wordsOf(parameter)));
  const beside = sure.length === 0 ? [] : parameters.filter((parameter) => BESIDE.has(wordsOf(parameter)));
  return new Set([...sure, ...beside]);
}

const SIGNING: ReadonlySet<string> = new Set([
  ...["awsaccesskeyid", "signaturemethod", "signatureversion"],
  ...["algorithm", "contentsha256", "credential", "date", "expires", "securitytoken", "signature", "signedheaders"].map(
    (word) => `xamz${word}`,
  ),
  ...["consumerkey", "nonce", "signature", "signaturemethod", "timestamp", "version"].map((word) => `oauth${word}`),
]);

/** Data elsewhere. */
const BESIDE: ReadonlySet<string> = new Set(["oauthtoken", "signature", "timestamp"]);

function wordsOf({ value }: Resolved): string {
  const place = asText(value.in);
  return place === "query" || place === "header"
    ? asText(value.name)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "")
    : "";
}
