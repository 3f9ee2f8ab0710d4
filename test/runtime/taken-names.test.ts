import { expect, test } from "vitest";
import { cookieKey } from "../../runtime/http/credentials/cookie-key.js";
import { oneKey } from "../../runtime/http/credentials/one-key.js";
import { queryKey } from "../../runtime/http/credentials/query-key.js";
import { HttpClient, type Operation, type SendKey } from "../../runtime/index.js";
import { addStyled } from "../../runtime/request/add-styled.js";
import { allowReserved } from "../../runtime/request/styles/allow-reserved.js";
import { cookiePairs, plainCookie } from "../../runtime/request/styles/cookies.js";
import { form } from "../../runtime/request/styles/form.js";
import { caught, stub } from "./fixtures.js";

/** Sends an object whose members are names of the query or cookies, with the key `a:key` in the same place. */
function send(key: SendKey, operation: Partial<Operation>, filter: Record<string, unknown>) {
  const { fetch, sent } = stub();
  const client = new HttpClient(
    {
      name: "pack",
      title: "Pack",
      baseUrl: "https://api.notes.example",
      auth: [{ scheme: "key", send: key, name: "a:key", prefix: "", env: ["NO_SUCH_VARIABLE"] }],
      credentials: oneKey,
      security: [{ key: [] }],
      bindings: [],
    },
    { apiKey: "s3cret-key", fetch },
  );
  return { sent, done: client.request({ method: "GET", path: "/", ...operation } as Operation, { filter } as never) };
}

const inQuery = { query: [{ argument: "filter", style: form }] };
const cookies = (encode?: typeof plainCookie) => ({
  cookies: [{ argument: "filter", style: cookiePairs, add: addStyled, ...(encode && { encode }) }],
});

test.each<[string, SendKey, Partial<Operation>, Record<string, unknown>]>([
  ["the query", queryKey, inQuery, { b: 1, "a:key": "other" }],
  ["the query, unencoded", queryKey, { query: [{ argument: "filter", encode: allowReserved }] }, { "a:key": "other" }],
  ["a cookie", cookieKey, cookies(), { b: 1, "a:key": "other" }],
  ["a cookie, unencoded", cookieKey, cookies(plainCookie), { b: 1, "a:key": "other" }],
  ["a cookie whose name ends early", cookieKey, cookies(plainCookie), { " a:key=other": "" }],
])("a member of an argument cannot set the key in %s", async (_, key, operation, filter) => {
  const { sent, done } = send(key, operation, filter);
  expect(await caught(done)).toMatchObject({ code: "invalid_argument", field: "a:key" });
  expect(sent).toEqual([]);
});

test("other members are sent beside the key", async () => {
  const filter = { key: 1, "a:key2": "a:key=2" };
  const query = send(queryKey, inQuery, filter);
  await query.done;
  expect(query.sent[0]?.url.split("?")[1]).toBe("key=1&a%3Akey2=a%3Akey%3D2&a%3Akey=s3cret-key");
  const cookie = send(cookieKey, cookies(), filter);
  await cookie.done;
  expect(cookie.sent[0]?.headers["cookie"]).toBe("key=1; a%3Akey2=a%3Akey%3D2; a:key=s3cret-key");
});
