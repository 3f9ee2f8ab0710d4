/** The name that shares most pairs of letters with a misspelt one, if it shares enough of them. */
export function findNearest(name: string, names: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let most = name.length / 3;
  for (const other of names) {
    let shared = -Math.abs(name.length - other.length) / 2;
    for (let at = 1; at < name.length; at++) if (other.includes(name.slice(at - 1, at + 1))) shared++;
    if (shared > most) [nearest, most] = [other, shared];
  }
  return nearest;
}
