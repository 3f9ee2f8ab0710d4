import { isToolpackError, ToolpackError } from "../../errors/toolpack-error.js";
import { own } from "../../json.js";
import type { AuthDefinition, Security } from "../../types.js";
import type { ChooseCredentials, ReadyCredential } from "../read-credential.js";

/**
 * The credentials of the first alternative that has all of its own: for a pack whose operations differ in what they
 * need. What the host passes comes before what happens to be in the environment.
 */
export const chooseCredentials: ChooseCredentials = async (security, schemes, read, context, options) => {
  const find = (name: string): AuthDefinition | undefined => schemes.find(({ scheme }) => scheme === name);
  const isGiven = (name: string): boolean =>
    own(options.credentials, name) !== undefined || (name === schemes[0]?.scheme && options.apiKey !== undefined);
  const rank = (alternative: Security[number]): number => Number(Object.keys(alternative).some(isGiven));

  // Set when a credential of the host is absent: a variable in its place would be somebody else's key.
  let closed = false;
  const readAll = async (alternative: Security[number]): Promise<readonly ReadyCredential[] | undefined> => {
    const found: ReadyCredential[] = [];
    for (const [name, scopes] of Object.entries(alternative)) {
      const auth = find(name);
      if (!auth) return;
      try {
        found.push(await read(closed ? { ...auth, env: [] } : auth, { context, scopes }));
      } catch (error) {
        if (!isToolpackError(error) || error.code !== "no_api_key") throw error;
        closed ||= isGiven(name);
        return;
      }
    }
    return found;
  };
  for (const alternative of [...security].sort((a, b) => rank(b) - rank(a))) {
    const found = await readAll(alternative);
    if (found) return found;
  }
  const variables = security.map((each) => Object.keys(each).flatMap((name) => find(name)?.env ?? []));
  const wanted = variables.map((names) => names.join(" and ")).join(", or ");
  throw new ToolpackError("no_api_key", `Missing credentials: set ${wanted}, or pass \`credentials\``);
};
