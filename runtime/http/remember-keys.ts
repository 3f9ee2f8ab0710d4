/** The latest keys of a client, so that text can be shown without them. */
export interface KnownKeys {
  /** A pattern of the forms in which text can contain this key, which becomes the latest. */
  readonly add: (key: string) => RegExp;
  /** The patterns of every key. */
  readonly patterns: () => readonly RegExp[];
}

const most = 100;

/** Calls at the same time may have different keys: the latest ones are remembered. */
export function rememberKeys(): KnownKeys {
  const keys = new Map<string, RegExp>();
  return {
    add: (key) => {
      const pattern = keys.get(key) ?? buildPattern(key);
      // Put last, so that the first one is the oldest.
      keys.delete(key);
      keys.set(key, pattern);
      if (keys.size > most) keys.delete([...keys.keys()][0] as string);
      return pattern;
    },
    patterns: () => [...keys.values()],
  };
}

// In a longer text, a short plain word or number is no sign of a key: only a value that is nothing else is one.
const telling = /.{8}|(?=.{4}).*([a-z][^a-z]|[^a-z][a-z])/i;

/**
 * Finds a key however it is written: each of its marks as itself, percent-encoded, escaped for JSON and for HTML, several
 * times over too. What repeats has a limit, so that every text is searched in linear time.
 */
function buildPattern(key: string): RegExp {
  const source = key.replace(/[^a-z\d]/giu, (mark) => {
    const units = mark.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"));
    const escaped = units.map((unit) => `\\\\{0,15}(\\u${unit}|u${unit})`).join("");
    const encoded = mark < "\x80" ? `%${units[0]?.slice(2)}` : encodeURIComponent(mark);
    return `(&(amp;)*#?\\w{1,9};|${escaped}|${encoded.replaceAll("%", "%(25)*")})`;
  });
  return new RegExp(telling.test(key) ? source : `^${source}$`, "gi");
}
