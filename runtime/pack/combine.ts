import { refuseOption } from "../errors/refuse-option.js";
import { ToolpackError } from "../errors/toolpack-error.js";
import type { Toolpack } from "./toolpack-options.js";

/** The tools of several packs behind one `call`. Two with the same name are an error: it is unclear which to call. */
export function combine(
  ...packs: readonly Toolpack[]
): Pick<Toolpack, "tools" | "withheld" | "approvals" | "check" | "call"> {
  const owners = new Map<string, Toolpack>();
  for (const pack of packs) {
    for (const { name } of pack.tools) {
      const other = owners.get(name);
      if (other) {
        const both = `${other.definition.name} and ${pack.definition.name}`;
        throw refuseOption(`${both} both have ${name}: set namePrefix on one of them`);
      }
      owners.set(name, pack);
    }
  }
  // A name that no pack exports still goes to a pack, which knows aliases, reasons and the nearest name.
  const owner = (name: string): Toolpack => {
    const found =
      owners.get(name) ?? packs.find((pack) => pack.withheld.some((each) => each.name === name)) ?? packs[0];
    if (!found) throw new ToolpackError("unknown_tool", "combine() requires at least one pack");
    return found;
  };
  return {
    tools: packs.flatMap((pack) => pack.tools),
    withheld: packs.flatMap((pack) => pack.withheld),
    approvals: packs.flatMap((pack) => pack.approvals),
    check: (name, args) => owner(name).check(name, args),
    call: (name, args, options) => owner(name).call(name, args, options),
  };
}
