import { refuseArgument } from "../../errors/refuse-argument.js";
import { isObject } from "../../json.js";

/** A file as it is sent. */
export interface FileContent {
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly bytes: Uint8Array;
}

/** Whether a value is a file that is not JSON. */
export function isBinary(value: unknown): value is Blob | ArrayBufferView {
  return value instanceof Blob || ArrayBuffer.isView(value);
}

/**
 * The content of a file argument; `field` is the argument that an error names. A path and a Blob that are not read yet
 * are empty, which is enough for a check.
 */
export function readContent(value: unknown, field: string): FileContent {
  if (value instanceof Blob) return { type: value.type, bytes: new Uint8Array() };
  if (ArrayBuffer.isView(value)) return { bytes: new Uint8Array(value.buffer, value.byteOffset, value.byteLength) };
  if (!isObject(value)) throw refuseArgument(field, "must be an object with base64, text or path");
  // JSON has no bytes, so that these come from what was read.
  const { bytes, ...written } = value;
  const isRead = ArrayBuffer.isView(bytes);
  for (const [key, text] of Object.entries(isRead ? written : value)) {
    if (!/^(name|type|base64|text|path)$/.test(key)) throw refuseArgument(`${field}.${key}`, "is not a known argument");
    if (text !== undefined && typeof text !== "string") throw refuseArgument(`${field}.${key}`, "must be a string");
  }
  const { base64, name, path, text, type } = written as Partial<Record<string, string>>;
  if (type && !/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:;[ -~]*)?$/.test(type))
    throw refuseArgument(`${field}.type`, "must be a media type");
  if (isRead) return { name, type, bytes: bytes as Uint8Array };
  if ([base64, path, text].filter((each) => each !== undefined).length !== 1)
    throw refuseArgument(field, "must have exactly one of base64, text and path");
  return {
    name,
    type,
    bytes: base64 === undefined ? new TextEncoder().encode(text ?? "") : readBase64(base64, `${field}.base64`),
  };
}

function readBase64(text: string, field: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    throw refuseArgument(field, "must be base64");
  }
}

/** The bytes as base64. */
export function writeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * The media type of a file: its own if that is allowed, else the first that is allowed.
 *
 * @param allowed - media types and ranges by commas; undefined for any
 */
export function chooseType(own: string | undefined, allowed: string = ""): string {
  const types = allowed.split(",").flatMap((each) => each.trim() || []);
  const fits = (type: string): boolean => {
    const essence = type.split(";")[0]?.trim().toLowerCase() ?? "";
    return types.some((each) => {
      const [range = ""] = each.toLowerCase().split(";");
      return range === "*/*" || range === essence || (range.endsWith("/*") && essence.startsWith(range.slice(0, -1)));
    });
  };
  if (own && (!types[0] || fits(own))) return own;
  return types.find((each) => !each.includes("*")) ?? (own || "application/octet-stream");
}
