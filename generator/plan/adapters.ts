import type { Model } from "../model/types.js";
import type { PackSymbols } from "./types.js";

/** An agent framework that a pack's tools can be given to. */
interface Adapter {
  /** The sub-path of the package, and the name of its file in runtime/adapters/. */
  readonly name: string;
  /** What people call the framework. */
  readonly title: string;
  /** One sentence that introduces the program. */
  readonly about: string;
  /** The framework's package where the adapter or its user needs it; optional for a pack. */
  readonly peer: { readonly name: string; readonly range: string } | undefined;
  /** A program that uses it, line by line. */
  readonly usage: (pack: Sample) => readonly string[];
}

/** Values of the pack for programs, as source text. */
interface Sample {
  /** `createMem0` */
  readonly create: string;
  /** `"mem0-toolpack"`, and with a sub-path `"mem0-toolpack/ai-sdk"`. */
  readonly from: (path?: string) => string;
  /** `createMem0({ bind: { user_id: "alice" }, approve: "caller" })`, with the binding only where the pack has one. */
  readonly call: (...options: readonly string[]) => string;
}

/** An adapter of this pack. */
export interface AdapterPlan extends Omit<Adapter, "usage"> {
  /** `runtime/adapters/ai-sdk`, without extension. */
  readonly file: string;
  readonly usage: readonly string[];
}

/**
 * Every adapter. A new one is an entry here, its file in runtime/adapters/ and a program in examples/: the exports and
 * peers of package.json, the build's entry points and the README follow from this table.
 */
const adapters: readonly Adapter[] = [
  {
    name: "ai-sdk",
    title: "Vercel AI SDK",
    about:
      "The pack's own validators check the tools' arguments, errors reach the model in the SDK's own form, and actions that need approval wait for it:",
    peer: { name: "ai", range: "^7.0.0" },
    usage: ({ create, from, call }) => [
      'import { generateText, isStepCount } from "ai";',
      `import { ${create} } from ${from()};`,
      `import { aiSdkApproval, toAiSdkTools } from ${from("/ai-sdk")};`,
      "",
      `const pack = ${call('approve: "caller"')};`,
      "const { text } = await generateText({",
      "  model,",
      "  prompt,",
      "  tools: toAiSdkTools(pack),",
      "  toolApproval: aiSdkApproval(pack),",
      "  stopWhen: isStepCount(10),",
      "});",
    ],
  },
];

/** The adapters with their programs for this pack. */
export function planAdapters({ pack }: Model, { create }: Pick<PackSymbols, "create">): AdapterPlan[] {
  const [id] = pack.bindings.ids;
  const key = id === undefined || /^[A-Za-z_]\w*$/.test(id) ? id : JSON.stringify(id);
  const sample: Sample = {
    create: create.name,
    from: (path = "") => JSON.stringify(pack.name + path),
    call: (...options) => {
      const all = [...(key === undefined ? [] : [`bind: { ${key}: "alice" }`]), ...options];
      return `${create.name}(${all.length === 0 ? "" : `{ ${all.join(", ")} }`})`;
    },
  };
  return adapters.map((adapter) => ({
    ...adapter,
    file: `runtime/adapters/${adapter.name}`,
    usage: adapter.usage(sample),
  }));
}
