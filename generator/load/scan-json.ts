/** Where a text stops being JSON. */
export class JsonFault extends Error {
  override readonly name = "JsonFault";
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Called for each direct child of the scanned value; a list's keys are its indexes. */
type OnChild = (key: string, keyOffset: number, valueOffset: number) => void;

const blank = /[ \t\n\r]*/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapeToken = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const wordToken = /true|false|null/y;
/** Deeper texts are refused after parsing; this only keeps the scanner off the end of the stack. */
const deepest = 2_000;

/**
 * Reads one JSON value from an offset and returns the offset behind it, or throws a JsonFault.
 * The parser of the language is faster but tells no positions, so this runs only once a position is wanted.
 */
export function scanJson(text: string, start: number, onChild?: OnChild): number {
  return scanValue(text, skipBlank(text, start), 0, onChild);
}

/** The offset of the next character that is no blank. */
export function skipBlank(text: string, offset: number): number {
  blank.lastIndex = offset;
  blank.test(text);
  return blank.lastIndex;
}

function scanValue(text: string, offset: number, depth: number, onChild?: OnChild): number {
  if (depth > deepest) {
    throw new JsonFault(offset, "the text is nested too deep");
  }
  switch (text[offset]) {
    case "{":
      return scanObject(text, offset, depth, onChild);
    case "[":
      return scanList(text, offset, depth, onChild);
    case '"':
      return scanString(text, offset);
    case "t":
    case "f":
    case "n":
      return scanToken(text, offset, wordToken, "a value");
    default:
      return scanToken(text, offset, numberToken, "a value");
  }
}

function scanObject(text: string, start: number, depth: number, onChild?: OnChild): number {
  let offset = skipBlank(text, start + 1);
  if (text[offset] === "}") {
    return offset + 1;
  }
  for (;;) {
    const keyOffset = offset;
    if (text[keyOffset] !== '"') {
      throw new JsonFault(keyOffset, "expected a key in double quotes");
    }
    const keyEnd = scanString(text, keyOffset);
    offset = expectOne(text, skipBlank(text, keyEnd), ":");
    const valueOffset = skipBlank(text, offset);
    const end = scanValue(text, valueOffset, depth + 1);
    onChild?.(JSON.parse(text.slice(keyOffset, keyEnd)), keyOffset, valueOffset);
    offset = skipBlank(text, end);
    if (text[offset] === "}") {
      return offset + 1;
    }
    offset = skipBlank(text, expectOne(text, offset, ",", "}"));
  }
}

function scanList(text: string, start: number, depth: number, onChild?: OnChild): number {
  let offset = skipBlank(text, start + 1);
  if (text[offset] === "]") {
    return offset + 1;
  }
  for (let index = 0; ; index += 1) {
    const end = scanValue(text, offset, depth + 1);
    onChild?.(String(index), offset, offset);
    offset = skipBlank(text, end);
    if (text[offset] === "]") {
      return offset + 1;
    }
    offset = skipBlank(text, expectOne(text, offset, ",", "]"));
  }
}

function scanString(text: string, start: number): number {
  for (let offset = start + 1; ; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 0x22) {
      return offset + 1;
    }
    if (Number.isNaN(code)) {
      throw new JsonFault(start, "a text has no closing quote");
    }
    if (code < 0x20) {
      throw new JsonFault(offset, "a text holds a raw line break or control character");
    }
    if (code === 0x5c) {
      escapeToken.lastIndex = offset;
      if (!escapeToken.test(text)) {
        throw new JsonFault(offset, "a text holds an unknown escape");
      }
      offset = escapeToken.lastIndex - 1;
    }
  }
}

function expectOne(text: string, offset: number, wanted: string, or?: string): number {
  if (text[offset] !== wanted) {
    throw new JsonFault(offset, `expected \`${wanted}\`${or === undefined ? "" : ` or \`${or}\``}`);
  }
  return offset + 1;
}

function scanToken(text: string, offset: number, token: RegExp, wanted: string): number {
  token.lastIndex = offset;
  if (!token.test(text)) {
    throw new JsonFault(offset, `expected ${wanted}`);
  }
  return token.lastIndex;
}
