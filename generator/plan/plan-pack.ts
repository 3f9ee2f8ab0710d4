import type { Model } from "../model/types.js";
import { importValue } from "../shared/import-symbol.js";
import { planAdapters } from "./adapters.js";
import { packSymbols } from "./pack-symbols.js";
import { planDefinition, planSchemes } from "./plan-definition.js";
import { planDefinitions } from "./plan-definitions.js";
import { planGroups } from "./plan-groups.js";
import { planNames, readName } from "./plan-names.js";
import { planOffered, planProfiles } from "./plan-profiles.js";
import { planSample } from "./plan-sample.js";
import { planTools } from "./plan-tools.js";
import { reservedNames } from "./reserved-names.js";
import { publicSymbols, runtimeSymbols } from "./runtime-symbols.js";
import type { PackSymbols, Plan, TypeSource } from "./types.js";
import { joinWords, splitWords } from "./words.js";

/** Decides every name, file and type of the output. */
export function planPack(model: Model, from: TypeSource = "document"): Plan {
  const tools = planTools(model, from);
  const taken = new Set([
    ...reservedNames,
    ...tools.flatMap(({ symbols: { tool, params, result } }) => [tool.name, params.name, result.name]),
  ]);
  const symbols = planSymbols(model, taken);
  const profiles = planProfiles(model, tools, taken);
  const offered = planOffered(tools, profiles);
  const groups = planGroups(model, tools, new Set([...taken, symbols.client.name]));
  return {
    model,
    symbols,
    runtime: runtimeSymbols,
    exported: publicSymbols,
    bin: planBin(model),
    definition: planDefinition(model),
    schemes: planSchemes(model.pack),
    groups,
    tools,
    profiles,
    offered,
    sample: planSample({ groups, tools, offered }),
    definitions: planDefinitions(tools, offered),
    adapters: planAdapters(model, symbols),
  };
}

function planSymbols({ pack: { title } }: Model, taken: ReadonlySet<string>): PackSymbols {
  const pascal = joinWords(splitWords(title), "pascal") || "Api";
  const name = readName(planNames([{ id: title, candidates: [pascal, `${pascal}Client`] }], taken), title);
  return {
    client: importValue(name, "client/index.js"),
    create: importValue(`create${name}`, "index.js"),
    serve: importValue(`serve${name}`, "mcp.js"),
    ...packSymbols,
  };
}

/** `mem0-toolpack` is run by `bin/mem0.js`. */
function planBin({ pack }: Model): Plan["bin"] {
  const name = pack.name.replace(/^@[^/]*\//, "");
  return { name, path: `bin/${name.replace(/-toolpack$/, "") || name}.js` };
}
