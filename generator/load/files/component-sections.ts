import { isObject, type MutableObject, ownValue, setOwn } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Kind, ShapeName } from "../read-slot.js";
import type { FoundRef } from "./find-refs.js";

/** Where a document keeps what others refer to. */
export interface Sections {
  /** The kind of the document. */
  readonly root: Kind;
  readonly names: readonly string[];
  /** The section of a shape; undefined if there is none. */
  of(shape: ShapeName | undefined): string | undefined;
  isPathItem(shape: ShapeName | undefined): boolean;
  /** The object of a section, which is made if it is missing. */
  open(section: string): MutableObject;
  pointer(section: string, name: string): string;
  /** The keys down to a section. */
  path(section: string): readonly string[];
}

/** In every version from 3.0 on. Path items and media types have a section in some versions only. */
const current: ReadonlyMap<string, string> = new Map([
  ["Schema", "schemas"],
  ["Response", "responses"],
  ["Parameter", "parameters"],
  ["RequestBody", "requestBodies"],
  ["Header", "headers"],
  ["SecurityScheme", "securitySchemes"],
  ["Link", "links"],
  ["Callback", "callbacks"],
]);

const swagger: ReadonlyMap<string, string> = new Map([
  ["Schema", "definitions"],
  ["SwaggerParameter", "parameters"],
  ["SwaggerResponse", "responses"],
]);

/** The sections of a document, by its version. */
export function buildSections(document: MutableObject): Sections {
  const isSwagger = ownValue(document, "swagger") !== undefined;
  const sections = isSwagger ? swagger : current;
  const path = (section: string): readonly string[] => (isSwagger ? [section] : ["components", section]);
  return {
    root: { kind: "object", shape: isSwagger ? "Swagger" : "Document" },
    names: [...sections.values()],
    of: (shape) => (shape === undefined ? undefined : sections.get(shape)),
    isPathItem: (shape) => shape === "PathItem" || shape === "SwaggerPathItem",
    open: (section) =>
      path(section).reduce<MutableObject>((holder, key) => {
        const held = ownValue(holder, key);
        if (isObject(held)) return held;
        const made: MutableObject = {};
        setOwn(holder, key, made);
        return made;
      }, document),
    pointer: (section, name) => joinPointer("", ...path(section), name),
    path,
  };
}

/** Whether a reference is all that an entry of a section consists of, so that the entry names what it refers to. */
export function isComponentSlot(document: MutableObject, sections: Sections, { object, key, path }: FoundRef): boolean {
  if (key !== "$ref" || Object.keys(object).length !== 1) return false;
  return sections.names.some((section) => {
    const keys = sections.path(section);
    if (path.length !== keys.length + 1 || !keys.every((each, index) => path[index] === each)) return false;
    const held = keys.reduce<unknown>((holder, each) => ownValue(holder as MutableObject, each), document);
    return isObject(held as MutableObject) && ownValue(held as MutableObject, path.at(-1) ?? "") === object;
  });
}
