/** The latest keys of a client, so that text can be shown without them. */
export interface KnownKeys {
  /** The forms in which text can contain this key, which becomes the latest. */
  readonly add: (key: string) => readonly string[];
  /** Every form of every key. */
  readonly forms: () => readonly string[];
}

const most = 100;

/** Calls at the same time may have different keys: the latest ones are remembered. */
export function rememberKeys(): KnownKeys {
  const keys = new Map<string, readonly string[]>();
  let last = "";
  return {
    add: (key) => {
      const forms = keys.get(key) ?? listForms(key);
      if (key !== last) {
        // The latest key is put last, so that the first one is the oldest.
        keys.delete(key);
        keys.set(key, forms);
        if (keys.size > most) keys.delete([...keys.keys()][0] as string);
        last = key;
      }
      return forms;
    },
    forms: () => [...keys.values()].flat(),
  };
}

function listForms(key: string): readonly string[] {
  return [...new Set([key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1), key.replaceAll("/", "\\/")])];
}
