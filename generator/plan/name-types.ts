import { fileOf, type ImportSymbol, importType } from "../shared/import-symbol.js";
import type { NamedType, TypeShape } from "./types.js";

/** A definition larger than this is declared once and used by name, so that types grow as their document does. */
const MAX_INLINED = 40;

/** The definitions that the arguments of one tool use, each planned once. */
export interface NamedTypes {
  /** Those to declare, in the order in which they were completed. */
  readonly declared: readonly NamedType[];
  /** The definitions of one scope: two scopes may give a name to different definitions. */
  openScope(): DefinitionTypes;
}

export interface DefinitionTypes {
  /** The type of the definition `name`, which `plan` writes out: by name where it is large or contains itself. */
  use(name: string, plan: () => TypeShape): TypeShape;
}

/** Names follow the tool's: `SearchParams_Node`. No other symbol has an underscore there. */
export function createNamedTypes(params: ImportSymbol): NamedTypes {
  const declared: NamedType[] = [];
  let scopes = 0;
  return {
    declared,
    openScope() {
      scopes += 1;
      const suffix = scopes === 1 ? "" : `_${scopes}`;
      const planned = new Map<string, TypeShape>();
      const open = new Set<string>();
      const recursive = new Set<string>();
      return {
        use(name, plan) {
          const symbol = importType(`${params.name}_${name}${suffix}`, fileOf(params));
          if (open.has(name)) recursive.add(name);
          const before = open.has(name) ? ({ kind: "named", symbol } as const) : planned.get(name);
          if (before !== undefined) return before;
          open.add(name);
          const type = plan();
          open.delete(name);
          const isNamed = recursive.has(name) || countShapes(type) > MAX_INLINED;
          if (isNamed) declared.push({ symbol, type });
          const used: TypeShape = isNamed ? { kind: "named", symbol } : type;
          planned.set(name, used);
          return used;
        },
      };
    },
  };
}

function countShapes(shape: TypeShape): number {
  const sum = (shapes: readonly TypeShape[]): number => shapes.reduce((count, each) => count + countShapes(each), 1);
  switch (shape.kind) {
    case "array":
      return sum([shape.items]);
    case "tuple":
      return sum(shape.items);
    case "union":
    case "intersection":
      return sum(shape.of);
    case "object":
      return sum([...shape.properties.map(({ type }) => type), ...(shape.rest === undefined ? [] : [shape.rest])]);
    default:
      return 1;
  }
}
