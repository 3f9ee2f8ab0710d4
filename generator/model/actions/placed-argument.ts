import type { ArgumentOverride } from "../../load/overrides.js";
import type { Input } from "../types.js";

/** An argument of which it is known where it goes, before its schema is made. */
export interface PlacedArgument {
  readonly name: string;
  readonly places: readonly Input[];
  /** Says what the value looks like where no override does: the first place, or the filter's place for a raw filter. */
  readonly like: Input | undefined;
  readonly override: ArgumentOverride;
  /** The key under `arguments`, if the overrides have one. */
  readonly key: string | undefined;
}
