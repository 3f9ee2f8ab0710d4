// Differences that a specification decides in favour of the pack, each with what it says, in our words.

/** `is` says whether a difference is of this kind. */
export const explained = [
  {
    why: "A fragment is not a part of a request (RFC 9110, 4.2.5): in the key of a path it only tells operations apart.",
    is: ({ what, theirs }) => what === "path" && theirs?.includes("#"),
  },
  {
    why: "A name in braces in the key of a path that no parameter declares is a value all the same (OpenAPI, Path Templating); the library sends the braces.",
    is: ({ what, theirs }) =>
      /^(path|query)$/.test(what) && String(theirs).includes("{") && !String(theirs).includes('{"'),
  },
  {
    why: "A list without items is undefined, and what is undefined is left out (RFC 6570, 2.3 and 3.2.1).",
    is: ({ what, ours = [], theirs }) =>
      /^(query|body)$/.test(what) &&
      Array.isArray(theirs) &&
      theirs.every((each) => ours.some((other) => String(other) === String(each)) || /(=|,|^)$/.test(String(each))),
  },
  {
    why: "An object without members, and members that are null, are undefined, and what is undefined is left out (RFC 6570, 2.3).",
    is: ({ what, theirs }) => what.startsWith("header ") && (theirs === "" || /(^|,)[\w-]+,(,|$)/.test(theirs)),
  },
  {
    why: "The items of a list are parts of their own in multipart/form-data (OpenAPI 3.0.4 and 3.1.1, Encoding Object: the default for a list is that of its items); the library joins them.",
    is: ({ what, ours, theirs }) =>
      what === "body" &&
      Array.isArray(ours?.[0]) &&
      Array.isArray(theirs?.[0]) &&
      splitLists(ours) === splitLists(theirs),
  },
  {
    why: "Null, false, 0 and an empty text are values of JSON (RFC 8259, 2), and so are bodies; the library sends none.",
    is: ({ what, ours, theirs }) => what === "body" && theirs === undefined && !ours && ours !== undefined,
  },
  {
    why: "A media range is no media type, so that it cannot be sent as Content-Type (RFC 9110, 8.3); the type of the file is.",
    is: ({ what, theirs = "" }) => what === "header content-type" && theirs.includes("*"),
  },
  {
    why: "OpenAPI ignores a parameter called Authorization (Parameter Object), since it is a credential; so it is for the pack, which sends it.",
    is: ({ what, ours, theirs }) => what === "header authorization" && theirs === undefined && /^key-\d+$/.test(ours),
  },
  {
    why: "OpenAPI leaves open how objects inside others are written in the style form; both send JSON text, but the library leaves out members that are null.",
    is: ({ what, ours = [], theirs = [] }) => what === "query" && withoutNulls(ours) === withoutNulls(theirs),
  },
];

/** The parts of a form with the lists of their values, joined or not. */
function splitLists(parts) {
  return JSON.stringify(
    parts
      .flatMap(([name, value]) => value.split(",").map((each) => `${name}=${each}`))
      .filter((pair) => !pair.endsWith("="))
      .sort(),
  );
}

function withoutNulls(pairs) {
  return JSON.stringify(pairs.map((pair) => pair.replace(/"\w+":null%2C|%2C"\w+":null|"\w+":null/g, "")).sort());
}
