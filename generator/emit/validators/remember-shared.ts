/**
 * The code of a validator whose functions look at each value once, where several places call them or they call themselves.
 * Otherwise a union doubles the work at every level. A function that one place calls does not repeat anything.
 *
 * @param code - Ajv's functions, each from `function validate1(` to a brace at the start of a line
 * @param root - the function that is exported; nothing calls it
 */
export function rememberShared(code: string, root: string): string {
  const shared = [...code.matchAll(/^function (validate\d+)\(/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => code.split(new RegExp(`(?<!function )\\b${name}\\(|\\{validate: ${name}\\}`)).length > 2);
  const recurs = [...code.matchAll(/^const wrapper\d+ = \{validate: (validate\d+)\};$/gm)].map(([, name = ""]) => name);
  const names = new Set([...shared, ...recurs]);
  if (names.size === 0) return code;
  const parts = code.split(/^(?=function )|(?<=^\})$/m);
  const renamed = parts.map((part) => {
    const own = /^function (validate\d+)\(/.exec(part)?.[1];
    // What a function evaluates at all is a property of itself.
    return part.replace(/\bvalidate\d+\b(?!\.evaluated = )/g, (name) =>
      name === own || !names.has(name) ? name : `again${name.slice("validate".length)}`,
    );
  });
  const constants = [...names].map((name) => `const again${name.slice("validate".length)} = remember(${name});\n`);
  return `${constants.join("")}${renamed.join("").replace(new RegExp(`^function ${root}\\(.*\\{$`, "m"), "$&\n  forget();")}`;
}
