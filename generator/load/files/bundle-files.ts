import { isObject, type MutableJson, type MutableObject, ownValue, setOwn } from "../../shared/json.js";
import type { Origins } from "../../shared/origin.js";
import { joinPointer, toPointer } from "../../shared/pointer.js";
import type { Problem } from "../../shared/problems.js";
import { checkSize } from "../check-size.js";
import { limits } from "../limits.js";
import type { Kind } from "../read-slot.js";
import type { Source } from "../read-source.js";
import type { PartFile, SourceFile } from "../types.js";
import { replaceAt } from "../walk-document.js";
import { buildSections, isComponentSlot } from "./component-sections.js";
import { type FoundRef, findRefs } from "./find-refs.js";
import { followRef, refLoop, type Target } from "./follow-ref.js";
import { type OpenFile, openFiles } from "./open-files.js";
import { addComponents, listPieces, type Part, type Place, placePointer, type Written } from "./parts.js";

/** A value whose references have to be followed. */
interface Subtree {
  readonly value: MutableJson;
  readonly kind: Kind;
  readonly place: Place;
  readonly from: OpenFile;
  /** Where the value is in that file. */
  readonly pointer: string;
}

/** Thrown to stop at once when the files together have too many values. */
class TooManyValues extends Error {}

/**
 * Puts the files that a document refers to into the document, in place: what has a list of components joins it, anything
 * else stands where the reference was. Only files below the folder of the document are read, and nothing is fetched.
 */
export async function bundleFiles(
  spec: string,
  cwd: string,
  source: Extract<Source, { kind: "read" }>,
): Promise<{
  readonly pieces: Origins["pieces"];
  readonly files: readonly { readonly file: PartFile; readonly source: SourceFile }[];
  readonly problems: readonly Problem[];
}> {
  const files = await openFiles(spec, cwd, source);
  const { main } = files;
  const document = main.value as MutableObject;
  const sections = buildSections(document);
  const parts = new Map<string, Part>();
  const links: { readonly found: FoundRef; readonly part: Part }[] = [];
  const written: Written[] = [];
  const waiting: Subtree[] = [];
  /** Parts that are being put where their reference was; one that meets itself has no end. */
  const open = new Set<string>();
  const copy = createCopy();

  async function visit(subtree: Subtree): Promise<void> {
    const found = findRefs(subtree.value, subtree.kind);
    // First those that give a part its name.
    const isSlot = (each: FoundRef): boolean => subtree.from === main && isComponentSlot(document, sections, each);
    const slots = new Set(found.filter(isSlot));
    for (const each of slots) await replace(each, subtree, true);
    for (const each of found) if (!slots.has(each)) await replace(each, subtree, false);
  }

  async function replace(found: FoundRef, subtree: Subtree, isSlot: boolean): Promise<void> {
    const { from } = subtree;
    const { object, key, kind, ref } = found;
    if (from === main && ref.startsWith("#")) return;
    const where = () => from.source.locate(joinPointer(subtree.pointer + toPointer(found.path), key));
    const target = await followRef(files, ref, from, where);
    if (target === undefined) return;
    if (target.file === main) {
      object[key] = toRef(target.pointer);
      return;
    }
    const shape = kind.kind === "object" ? kind.shape : undefined;
    const section = sections.of(shape);
    const id = `${section ?? JSON.stringify(kind)} ${target.file.path}#${target.pointer}`;
    const known = parts.get(id);
    if (known !== undefined && (section !== undefined || sections.isPathItem(shape))) {
      links.push({ found, part: known });
    } else if (open.has(id)) {
      files.refuse(...refLoop(ref), where());
    } else if (section !== undefined && !isSlot) {
      const part = addPart(id, target, { kind: "component", section, name: "" });
      links.push({ found, part });
      enter(part, { part, keys: [] }, kind, target);
    } else {
      const place = { part: subtree.place.part, keys: [...subtree.place.keys, ...found.path] };
      const part = addPart(id, target, { kind: "inline", place });
      open.add(id);
      await visit(enter(part, place, kind, target, false));
      open.delete(id);
      inline(found, part.value, subtree);
    }
  }

  function addPart(id: string, target: Target, home: Part["home"]): Part {
    const part: Part = {
      file: target.file.name,
      pointer: target.pointer,
      value: copy(target.value, parts.has(id)),
      home,
    };
    parts.set(id, part);
    return part;
  }

  function enter(part: Part, place: Place, kind: Kind, { file, pointer }: Target, later = true): Subtree {
    written.push({ place, file: file.source.path, pointer });
    const subtree = { value: part.value, kind, place, from: file, pointer };
    if (later) waiting.push(subtree);
    return subtree;
  }

  /** Puts a value where its reference was; what stands beside the reference stays and takes precedence. */
  function inline(
    { object, path }: FoundRef,
    value: MutableJson,
    { value: root, place, from, pointer }: Subtree,
  ): void {
    if (!isObject(value)) {
      const holder = path.slice(0, -1).reduce<MutableJson>((each, key) => ownValue(each, key) ?? null, root);
      replaceAt(holder as MutableObject, path.at(-1) ?? "", value);
      return;
    }
    delete object.$ref;
    for (const key of Object.keys(object)) {
      const keys = [...place.keys, ...path, key];
      written.push({
        place: { part: place.part, keys },
        file: from.source.path,
        pointer: joinPointer(pointer + toPointer(path), key),
      });
    }
    for (const [key, each] of Object.entries(value)) if (!Object.hasOwn(object, key)) setOwn(object, key, each);
  }

  try {
    const root: Place = { part: undefined, keys: [] };
    waiting.push({ value: document, kind: sections.root, place: root, from: main, pointer: "" });
    // The list grows while it is read.
    for (const next of waiting) await visit(next);
  } catch (error) {
    if (!(error instanceof TooManyValues)) throw error;
    const message = `The files of the document have more than ${limits.nodes} values, or repeat more than ${limits.aliasNodes}.`;
    files.refuse("too-many-values", message, "Remove what no tool needs.", main.source.locate(""));
  }
  addComponents([...parts.values()], sections);
  for (const { found, part } of links) found.object[found.key] = toRef(placePointer({ part, keys: [] }, sections));
  const size = checkSize(document);
  if (size !== undefined)
    files.refuse(size.code, `The document with its files ${size.message}.`, "Reduce it.", main.source.locate(""));
  return { pieces: listPieces(written, sections), files: files.parts(), problems: files.problems };
}

/** Copies values, since several places may use the same text, each with its own references. */
function createCopy(): (value: MutableJson, again: boolean) => MutableJson {
  let values = 0;
  let repeated = 0;
  return function copy(value, again): MutableJson {
    values += 1;
    if (again) repeated += 1;
    if (values > limits.nodes || repeated > limits.aliasNodes) throw new TooManyValues();
    if (Array.isArray(value)) return value.map((each) => copy(each, again));
    if (!isObject(value)) return value;
    const object: MutableObject = {};
    for (const [key, each] of Object.entries(value)) setOwn(object, key, copy(each, again));
    return object;
  };
}

function toRef(pointer: string): string {
  return `#${pointer.replaceAll("%", "%25")}`;
}
