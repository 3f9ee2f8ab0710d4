import { refuseArgument } from "../../errors/refuse-argument.js";
import { isToolpackError } from "../../errors/toolpack-error.js";
import { isObject, own } from "../../json.js";
import type { ReadFile, ReadFiles } from "../../operation.js";
import type { FileContent } from "./file-content.js";

/** Reads the Blobs among the files, and those that are named by a path, with the host's `readFile`. */
export const readFiles: ReadFiles = async ({ arguments: names }, args, { readFile }, { context }) => {
  const read: Record<string, unknown> = { ...args };
  for (const name of names) {
    const value = own(args, name);
    if (value === undefined) continue;
    read[name] = Array.isArray(value)
      ? await Promise.all(value.map((each, index) => readOne(each, `${name}[${index}]`, readFile, context)))
      : await readOne(value, name, readFile, context);
  }
  return read;
};

async function readOne(
  value: unknown,
  field: string,
  readFile: ReadFile | undefined,
  context: unknown,
): Promise<unknown> {
  if (value instanceof Blob) return readBlob(value);
  if (!isObject(value) || typeof value["path"] !== "string") return value;
  const { path, ...named } = value;
  if (!readFile)
    throw refuseArgument(
      `${field}.path`,
      "cannot be used here. Pass the content as base64 or text, or set `readFile` (--allow-files <folder>)",
    );
  let found: Uint8Array | Blob;
  try {
    found = await readFile(path, { context });
  } catch (error) {
    throw isToolpackError(error) ? error : refuseArgument(`${field}.path`, "cannot be read");
  }
  const content = found instanceof Blob ? await readBlob(found) : { bytes: found };
  return { ...content, name: path.split(/[\\/]/).pop(), ...named };
}

async function readBlob(blob: Blob): Promise<FileContent> {
  return {
    name: (blob as { readonly name?: string }).name,
    ...(blob.type && { type: blob.type }),
    bytes: new Uint8Array(await blob.arrayBuffer()),
  };
}
