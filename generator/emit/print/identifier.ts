/**
 * A planned name, on its way into source. Names are made from a closed alphabet; this is where text that got past that
 * is stopped.
 */
export function printIdentifier(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return name;
}
