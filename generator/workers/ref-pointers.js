// What openapi-typescript uses of a library to split and build the places of a document. The library decodes every name
// in a place as if it were part of a URL: a property called `100%` ends the run, `a%41` becomes `aA`, and `a#/b` is taken
// for a place. This reads back what it wrote, for any name.

/** `#/paths/~1a/get` as its names; the references that emit/types writes have `%25` and `%23` in names, nothing else. */
export function parseRef(ref) {
  if (!ref.startsWith("#/")) return { uri: ref, pointer: [] };
  return { uri: null, pointer: ref.slice(2).split("/").map(readName) };
}

export function escapePointer(name) {
  return String(name).replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25").replaceAll("#", "%23");
}

function readName(text) {
  return text.replaceAll("%23", "#").replaceAll("%25", "%").replaceAll("~1", "/").replaceAll("~0", "~");
}
