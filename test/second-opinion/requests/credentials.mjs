// Credentials for every scheme of a pack, and those of them that one operation needs.

/** What a host passes: a user with a password for basic authorization, else a text that names the scheme's position. */
export function inventCredentials({ auth = [] }) {
  return Object.fromEntries(
    auth.map(({ scheme, encode }, index) => [
      scheme,
      encode === undefined ? `key-${index}` : { username: "user", password: "pass word" },
    ]),
  );
}

/** The first alternative of an operation's security that needs something, as a pack chooses it. */
export function chooseSchemes({ action }, credentials) {
  const known = (names) => names.length > 0 && names.every((name) => Object.hasOwn(credentials, name));
  return action.security.map(Object.keys).find(known) ?? [];
}
