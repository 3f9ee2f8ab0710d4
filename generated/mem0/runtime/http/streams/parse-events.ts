import { createSplitter, type OpenParser, parseValue } from "./split-stream.js";

/** One event of a stream of server-sent events. */
export interface ServerSentEvent {
  /** JSON where it is JSON, else text. */
  readonly data: unknown;
  /** The type of the event, if it names one. */
  readonly event?: string;
  /** The latest id that the stream named. */
  readonly id?: string;
}

/** `text/event-stream`. An event that the end of the stream cuts off is returned as far as it came. */
export const parseEvents: OpenParser = () => {
  // A carriage return at the end of a piece may be the first half of a line break.
  const splitLines = createSplitter(/\r\n|\n|\r(?!$)/);
  let data: string[] = [];
  let event = "";
  let id = "";
  const take = (): readonly ServerSentEvent[] => {
    const lines = data;
    const type = event;
    data = [];
    event = "";
    return lines.length
      ? [{ data: parseValue(lines.join("\n")), ...(type && { event: type }), ...(id && { id }) }]
      : [];
  };
  return (text, last) =>
    splitLines(text, last).flatMap((line) => {
      if (!line) return take();
      const [, name, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (name === "data") data.push(value);
      if (name === "event") event = value;
      if (name === "id" && !value.includes("\0")) id = value;
      return [];
    });
};
