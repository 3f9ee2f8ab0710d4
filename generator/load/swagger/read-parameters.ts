import { isObject, type MutableJson, type MutableObject, ownValue } from "../../shared/json.js";
import { joinPointer, refPointer, splitPointer } from "../../shared/pointer.js";

/** A parameter and where it is written. */
export interface SwaggerParameter {
  readonly value: MutableObject;
  readonly pointer: string;
}

/** The parameters of a path or of an operation, by what becomes of them. */
export interface SwaggerParameters {
  /** In a query, path or header. */
  readonly plain: readonly SwaggerParameter[];
  readonly bodies: readonly SwaggerParameter[];
  readonly fields: readonly SwaggerParameter[];
  /** Not readable as parameters; kept as they are, so that they are reported with the operation. */
  readonly odd: readonly { readonly value: MutableJson; readonly pointer: string }[];
}

/** Sorts a list of parameters. References are followed, since some of what they lead to becomes something else. */
export function readParameters(document: MutableObject, list: MutableJson | undefined, at: string): SwaggerParameters {
  const found = { plain: [], bodies: [], fields: [], odd: [] } as {
    [Key in keyof SwaggerParameters]: SwaggerParameters[Key][number][];
  };
  for (const [index, value] of (Array.isArray(list) ? list : []).entries()) {
    const pointer = joinPointer(at, String(index));
    const target = followParameter(document, value, pointer);
    const place = target?.value.in;
    if (target === undefined || typeof place !== "string") found.odd.push({ value, pointer });
    else if (place === "body") found.bodies.push(target);
    else if (place !== "formData") found.plain.push(target);
    else if (typeof target.value.name === "string") found.fields.push(target);
    else found.odd.push({ value, pointer });
  }
  return found;
}

/** The body and form fields of an operation: its own, and those of its path that it does not replace. */
export function joinBodies(
  own: SwaggerParameters,
  shared: SwaggerParameters,
): Omit<SwaggerParameters, "plain" | "odd"> {
  const names = new Set(own.fields.map(({ value }) => value.name));
  const bodies = own.bodies.length > 0 ? own.bodies : shared.bodies;
  return { bodies, fields: [...shared.fields.filter(({ value }) => !names.has(value.name)), ...own.fields] };
}

function followParameter(document: MutableObject, value: MutableJson, pointer: string): SwaggerParameter | undefined {
  let current = { value: value as MutableJson | undefined, pointer };
  for (let steps = 0; steps < 20 && isObject(current.value); steps += 1) {
    const ref = current.value.$ref;
    const target = typeof ref === "string" ? refPointer(ref) : undefined;
    if (target === undefined) return { value: current.value, pointer: current.pointer };
    const keys = splitPointer(target);
    current = {
      value: keys.reduce<MutableJson | undefined>((each, key) => ownValue(each, key), document),
      pointer: target,
    };
  }
  return undefined;
}
