import { compareText } from "../../shared/order.js";
import { type ContentKind, readMediaType } from "./read-media-type.js";
import type { Body } from "./types.js";

/** What of a request body is sent. */
export interface ChosenMediaType {
  /** As the document writes it. */
  readonly key: string;
  readonly encoding: Body["encoding"];
  /** What is sent; for files, every type that is offered, by commas. */
  readonly mediaType: string;
  readonly others: readonly string[];
}

/** From the one that a model writes most easily. */
const PREFERENCE: readonly ContentKind[] = ["json", "form", "multipart", "text", "binary"];
const WITH_FILES: readonly ContentKind[] = ["json", "multipart", "form", "text", "binary"];

/** What is sent for a range, by its kind: the concrete type that a caller most likely means. */
const CONCRETE = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
} as const;

/**
 * Chooses the media type of a request body by how well a model can write it, not by order or alphabet.
 *
 * @param isFile - whether a range without a kind (of all types, or `application/*`) holds bytes; whether a form has files
 */
export function chooseMediaType(
  offered: readonly string[],
  isFile: (mediaType: string) => boolean,
): ChosenMediaType | undefined {
  const kinds = new Map(offered.map((key) => [key, kindOf(key, isFile)]));
  const preference = offered.some((key) => kinds.get(key) === "multipart" && isFile(key)) ? WITH_FILES : PREFERENCE;
  const rank = (key: string): number => preference.indexOf(kinds.get(key) as ContentKind);
  const [key] = offered
    .filter((each) => rank(each) >= 0)
    .sort((a, b) => rank(a) - rank(b) || plainness(a) - plainness(b) || compareText(a, b));
  if (key === undefined) return undefined;
  const encoding = kinds.get(key) as Body["encoding"];
  const others = offered.filter((each) => each !== key).sort(compareText);
  if (encoding !== "binary") {
    const mediaType = key.includes("*") ? CONCRETE[encoding] : key;
    return { key, encoding, mediaType, others };
  }
  const files = [key, ...others.filter((each) => kinds.get(each) === "binary")];
  return { key, encoding, mediaType: files.join(","), others: others.filter((each) => !files.includes(each)) };
}

function kindOf(key: string, isFile: (mediaType: string) => boolean): ContentKind | undefined {
  // It is written into headers as it is.
  if (!/^[!-.0-~]+\/[!-.0-~]+[ -~]*$/.test(key)) return undefined;
  const kind = readMediaType(key);
  if (kind === "json" && /^(?:\*|application)\/\*/.test(key) && isFile(key)) return "binary";
  // Parts without names (`multipart/related`) have no place for an argument.
  if (kind === "multipart" && !/^multipart\/(?:form-data|mixed|\*)/i.test(key)) return undefined;
  return kind;
}

/** `application/json` before `application/json; charset=utf-8`, before other types that are JSON, before ranges. */
function plainness(key: string): number {
  if (key.includes("*")) return 3;
  if (key === "application/json" || key === "application/octet-stream" || key === "text/plain") return 0;
  return key.startsWith("application/json") || key.startsWith("multipart/form-data") ? 1 : 2;
}
