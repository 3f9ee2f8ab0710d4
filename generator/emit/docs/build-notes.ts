import type { Scheme, Security } from "../../model/security/types.js";
import type { Action, Bindings } from "../../model/types.js";
import { buildPlaceText } from "./build-place-text.js";

/** What a caller should know about background work, pages, retries and bindings, one note each. */
export function buildNotes(action: Action, bindings: Bindings, schemes: readonly Scheme[]): readonly string[] {
  const { event, pages } = action;
  const notes: string[] = [];
  if (action.operation.deprecated) notes.push("The API marks this operation as deprecated.");
  notes.push(...buildBodyNotes(action));
  if (event !== undefined) {
    notes.push(
      `Returns before the work is done: \`${event.id}\` holds the event id. Pass it to \`${event.poll}\` as \`${event.argument}\` to check the status.`,
    );
  }
  if (pages !== undefined) {
    const size = pages.size === undefined ? "" : ` and its size with \`${pages.size}\``;
    notes.push(
      `Returns one page at a time: \`${pages.items}\` holds the items, and \`${pages.next}\` is empty on the last page. Select the page with \`${pages.page}\`${size}.`,
    );
  }
  if (action.retry === "safe") notes.push("Safe to retry after a failure, although its HTTP method does not imply it.");
  for (const { place, value } of action.send) {
    notes.push(`Always sends \`${JSON.stringify(value)}\` as ${buildPlaceText(place)}.`);
  }
  const credentials = describeSecurity(action.security, schemes);
  if (credentials !== "") notes.push(credentials);
  if (bindings.ids.length > 0) notes.push(`With a binding, ${buildBinding(action, bindings)}`);
  return notes;
}

/** Which credentials and scopes, where that is not obvious: every action of a pack with one key needs that key. */
function describeSecurity(security: Security, schemes: readonly Scheme[]): string {
  const isPlain = security.every((each) => Object.values(each).every((scopes) => scopes.length === 0));
  if (security.length === 0 || (schemes.length < 2 && isPlain)) return "";
  if (security.length > 8) return `Credentials: one of ${security.length} alternatives.`;
  const alternatives = security.map((each) =>
    Object.entries(each).map(([name, scopes]) => {
      const listed = scopes.map((scope) => `\`${scope}\``).join(", ");
      return scopes.length === 0 ? `\`${name}\`` : `\`${name}\` (${listed})`;
    }),
  );
  const texts = alternatives.map((names) => (names.length === 0 ? "none" : names.join(" and ")));
  return `Credentials: ${texts.join(", or ")}.`;
}

/** What is sent where the document offers a choice, and how files are given. */
function buildBodyNotes(action: Action): readonly string[] {
  const { body } = action.operation;
  const notes: string[] = [];
  const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
  if (body?.others !== undefined)
    notes.push(`The body is sent as ${list(body.mediaType.split(","))}; the API also accepts ${list(body.others)}.`);
  const files = listFiles(action);
  if (files.length > 0)
    notes.push(
      `${list(files)}: ${files.length === 1 ? "a file is" : "files are"} given by exactly one of \`base64\`, \`text\` and \`path\`. Code may also pass a \`Blob\` or a \`Uint8Array\`. A \`path\` works only where the host reads files: with the option \`readFile\`, or \`--allow-files\` of the command.`,
    );
  return notes;
}

/** The names of the arguments that are files or lists of files. */
export function listFiles({ arguments: args }: Action): readonly string[] {
  return args.filter(({ places }) => places.some(({ file }) => file !== undefined)).map(({ name }) => name);
}

function buildBinding({ bind }: Action, { ownership }: Bindings): string {
  switch (bind) {
    case "argument":
      return "the bound ids are filled in, and the model cannot pass others.";
    case "filter":
      return "the filter is combined with the bound ids in an outer `AND`.";
    case "ownership": {
      const read = ownership === undefined ? "" : ` with \`${ownership.read}\``;
      return `the object is read first${read}. If it belongs to other ids, the call fails with \`not_found\`.`;
    }
    case "none":
      return "the tool is not offered and calls to it are rejected, because it cannot be restricted to the bound ids.";
  }
}
