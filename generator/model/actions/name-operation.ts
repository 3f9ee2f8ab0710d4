import type { Operation } from "../operations/types.js";
import { snakeName } from "../snake-name.js";
import { findVerb, isVerb, stemOf } from "./name-words.js";

/** What a name can be made of. */
export interface OperationName {
  /** The name that the operation wants, not shortened. */
  readonly words: readonly string[];
  /** The words of its path and its method, one of those with the same stem. */
  readonly path: readonly string[];
  /** Those of `path` that are said only after what the operation is about: its parameters and its method. */
  readonly last: readonly string[];
  /** The stems of the words for what it is about. */
  readonly subject: ReadonlySet<string>;
}

/** The words of the operationId, else of method and path. */
export function nameOperation(operation: Operation, limit: number): OperationName {
  const segments = operation.path.split("/").map((segment) => snakeName(segment.replace(/\{[^{}]*\}/g, " ")));
  // What ends in `/search` or `/v2` is about what stands before it.
  const resource = segments.findLastIndex((words) => words !== "" && !/^v\d+$/.test(words) && !isVerb(words));
  const inner = pathWords(
    operation.path
      .split("/")
      .slice(0, resource + 1)
      .join("/"),
  );
  const path = distinct([...pathWords(operation.path), operation.method.toLowerCase()]);
  const stems = new Set(inner.map(stemOf));
  const words = beginWithLetter(plainName(operation, limit).split("_"));
  const subject = (segments[resource] ?? "").split("_").map(stemOf);
  // An operationId that has only its first words, `public` of `public_members`, is about something else.
  const isSaid = words.some((word) => stemOf(word) === subject.at(-1));
  return {
    words,
    path,
    last: path.filter((word) => !stems.has(stemOf(word))),
    subject: new Set(isSaid ? subject : []),
  };
}

export function beginWithLetter(words: readonly string[]): readonly string[] {
  return /^[a-z]/.test(words[0] ?? "") ? words : ["call", ...words];
}

function plainName(operation: Operation, limit: number): string {
  const { method, path, summary } = operation;
  const start = method.toLowerCase();
  const whole = pathName(start, path);
  const id = snakeName(withoutPath(operation)) || whole;
  if (id === whole) return id.length > limit ? pathName(start, path, true) : id;
  const verb = findVerb(summary) ?? (method === "DELETE" ? "delete" : undefined);
  // What the operationId does not say, the name must.
  return verb === undefined || id.startsWith(verb) || !saysOnlyPath(id, path) ? id : `${verb}_${id}`;
}

/** Whether an operationId has no verb, and no word that its path has not: `client_client_id` of `/client/{client_id}`. */
function saysOnlyPath(id: string, path: string): boolean {
  const said = new Set(pathWords(path).map(stemOf));
  return id.split("_").every((word) => !isVerb(word) && said.has(stemOf(word)));
}

/** Some frameworks append path and method to the name of a function: `read_item_items__item_id__get`. */
function withoutPath({ operationId = "", path, method }: Operation): string {
  const suffix = `${path}_${method.toLowerCase()}`.replace(/\W/g, "_");
  return operationId.endsWith(suffix) ? operationId.slice(0, -suffix.length) || operationId : operationId;
}

/** `GET /pets/{id}` -> `get_pets_by_id`; `short` leaves out the parameters of what is outside: `/users/{id}/pets/{name}`. */
function pathName(verb: string, path: string, short = false): string {
  const segments = path.split("/");
  const last = segments.findLastIndex((segment) => segment !== "" && !segment.startsWith("{"));
  const kept = short ? segments.filter((segment, index) => index > last || !segment.startsWith("{")) : segments;
  const words = kept.join("/").replace(/\{([^{}]*)\}/g, "/by/$1");
  return snakeName(`${verb}/${words}`);
}

function pathWords(path: string): readonly string[] {
  return snakeName(path)
    .split("_")
    .filter((word) => word !== "");
}

/** The first of the words with the same stem. */
function distinct(words: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const word of words) if (!first.has(stemOf(word))) first.set(stemOf(word), word);
  return [...first.values()];
}
