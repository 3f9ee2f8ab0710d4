import { ToolpackError } from "../../errors/toolpack-error.js";
import { own } from "../../json.js";
import { askHost, type CreateCredentials, checkKey, readVariable, unknownScheme } from "../read-credential.js";

/** For a pack with one key, which an operation needs or does not need. */
export const oneKey: CreateCredentials = ([auth], { apiKey, credentials }) => {
  const { env, scheme } = auth;
  for (const name in credentials) if (name !== scheme) throw unknownScheme(name);
  const source = own(credentials, scheme) ?? apiKey;
  if (source && typeof source !== "function") checkKey(source, scheme);
  return async (_, context) => {
    const key = (await askHost(source, { context, scheme })) ?? readVariable(env[0] as string);
    if (key) return [{ auth, texts: [checkKey(key, scheme)] }];
    throw new ToolpackError("no_api_key", `Missing API key: set ${env} or pass apiKey`);
  };
};
