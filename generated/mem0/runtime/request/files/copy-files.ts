import { isObject } from "../../json.js";
import type { CopyFiles } from "../../operation.js";
import { copyArguments } from "../../pack/copy-arguments.js";
import { isBinary } from "./file-content.js";

/** A copy as JSON, except that each Blob and Uint8Array stays what it is. */
export const copyFiles: CopyFiles = (given, { arguments: names }, exact) => {
  if (!isObject(given)) return copyArguments(given, exact);
  const kept: Record<string, unknown> = {};
  const rest: Record<string, unknown> = { ...given };
  for (const name of names) {
    const value = rest[name];
    if (![value].flat().some(isBinary)) continue;
    delete rest[name];
    kept[name] = Array.isArray(value)
      ? value.map((each) => (isBinary(each) ? each : copyArguments(each, exact)))
      : value;
  }
  return { ...(copyArguments(rest, exact) as object), ...kept };
};
