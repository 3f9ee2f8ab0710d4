import { packSymbols, wireSymbols } from "./pack-symbols.js";
import { runtimeSymbols } from "./runtime-symbols.js";

const keywords = `abstract any as asserts async await boolean break case catch class const constructor continue debugger
  declare default delete do else enum export extends false finally for from function get if implements import in infer
  instanceof interface is keyof let module namespace never new null number object of package private protected public
  readonly return require set static string super switch symbol this throw true try type typeof undefined unique unknown
  using var void while with yield arguments eval`;

const globals = `AbortController AbortSignal Array ArrayBuffer Atomics BigInt Blob Boolean Buffer DataView Date Error Event
  EventTarget FinalizationRegistry FormData Function Headers Infinity Intl Iterator JSON Map Math NaN NonNullable Number
  Object Omit Partial Pick Promise Proxy RangeError Readonly ReadonlyArray Record Reflect RegExp Request Required Response
  Set SharedArrayBuffer String Symbol SyntaxError TypeError URIError URL URLSearchParams Uint8Array WeakMap WeakRef WeakSet
  clearTimeout console crypto decodeURIComponent encodeURIComponent exports fetch global globalThis isFinite isNaN module
  name parseFloat parseInt process queueMicrotask setTimeout structuredClone window self`;

/** What generated files import or export besides the pack's own names. */
const imported = [runtimeSymbols, wireSymbols, packSymbols].flatMap((table) =>
  Object.values(table).map((symbol) => symbol.name),
);

/** Members that every object has, or that have a special meaning in JavaScript. */
const members = `constructor prototype then toString toLocaleString toJSON valueOf hasOwnProperty isPrototypeOf
  propertyIsEnumerable`;

/** Names that a declaration of a generated file must not have. */
export const reservedNames: ReadonlySet<string> = new Set([...words(`${keywords} ${globals}`), ...imported]);

/** Names that a field or a method of a generated class must not have. */
export const reservedMembers: ReadonlySet<string> = new Set(words(members));

/** Base names that Windows does not open as files, in lower case. */
export const reservedFiles: ReadonlySet<string> = new Set(
  words("con prn aux nul conin$ conout$ index").concat(
    [..."123456789"].flatMap((digit) => [`com${digit}`, `lpt${digit}`]),
  ),
);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
