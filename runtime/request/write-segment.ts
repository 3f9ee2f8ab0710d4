import type { WriteSegment } from "../operation.js";

/** Writes a path parameter that is a list, an object or of another style than `simple`. */
export const writeSegment: WriteSegment = ({ parts }, argument, value, encode) => {
  const part = parts.find((each) => each.argument === argument);
  const write = (each: unknown): string => {
    const text = encode(each);
    return part?.encode ? part.encode(each, argument) : text;
  };
  if (!part?.style) return write(value);
  // Nothing would be left of an empty list or object but the marks of its style, which a server may read as another path.
  const isEmpty = value == null || (typeof value === "object" && !Object.values(value).some((each) => each != null));
  return isEmpty ? encode("") : part.style(part.name ?? argument, value, write);
};
