// Comparing costs the product of both lengths, and a longer text is not a typing mistake.
const longest = 200;

/** The name that was most likely meant, if one is close enough. The order of the names does not matter. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  if (name.length > longest) return;
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of [...names].sort()) {
    const most = Math.max(2, Math.ceil(Math.max(name.length, other.length) / 3));
    // Each letter that one has more is an edit.
    if (Math.abs(name.length - other.length) > most) continue;
    const edits = countEdits(name.toLowerCase(), other.toLowerCase());
    if (edits <= most && edits < least) [nearest, least] = [other, edits];
  }
  return nearest;
}

/** Levenshtein's distance, in one row of its table. */
function countEdits(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    let left = i + 1;
    let diagonal = i;
    row[0] = left;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] as number;
      left = Math.min(left + 1, above + 1, a[i] === b[j - 1] ? diagonal : diagonal + 1);
      row[j] = left;
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
