// The request that the runtime of a pack sends.
import { createClient } from "./realise.mjs";

/** Where requests go that the document names no address for. */
export const fallback = "https://fallback.test";

/** Sends a call to a `fetch` that only takes it down. */
export async function buildOurs({ definition }, { operation }, args, credentials) {
  let sent;
  const client = createClient(definition, {
    credentials,
    ...(definition.baseUrl === undefined && { baseUrl: fallback }),
    retry: { max: 0 },
    fetch: async (url, init) => {
      sent = { url, ...init };
      return new Response("{}", { headers: { "content-type": "application/json" } });
    },
  });
  await client.request(operation, args);
  const { url, method, headers, body } = sent;
  return { url, method, headers, body: typeof body === "string" || body === undefined ? body : new Uint8Array(body) };
}
