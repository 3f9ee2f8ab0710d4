import type { PackContents } from "../pack/toolpack-options.js";
import { runCommand } from "./run-command.js";

/** What the command needs of Node's `process`, typed here so that a pack needs no types of Node. */
interface ProcessLike {
  readonly argv: readonly string[];
  exitCode?: number | string | null | undefined;
  readonly stdin: AsyncIterable<unknown> & {
    readonly isTTY?: boolean;
    setEncoding(name: string): unknown;
    destroy(): unknown;
  };
  readonly stdout: StreamLike;
  readonly stderr: StreamLike;
  once(event: string, listener: () => void): unknown;
}

interface StreamLike {
  readonly isTTY?: boolean;
  write(text: string): unknown;
  on(event: string, listener: () => void): unknown;
}

/** Runs the command line of the process: all of a pack's bin. */
export async function runBin(contents: PackContents, version: string): Promise<void> {
  const { process } = globalThis as unknown as { readonly process: ProcessLike };
  const { argv, stderr, stdin, stdout } = process;
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  // A closed pipe, `| head`, is not an error.
  stdout.on("error", () => stop.abort());

  const readLine = async (): Promise<string> => {
    stdin.setEncoding("utf8");
    let text = "";
    for await (const chunk of stdin) {
      text += chunk;
      if (text.includes("\n")) break;
    }
    return text.trim();
  };
  const gaveUp = new Promise<string>((resolve) => {
    stop.signal.addEventListener("abort", () => resolve(""), { once: true });
  });
  process.exitCode = await runCommand(contents, version, argv.slice(2), {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    read: async () => {
      stdin.setEncoding("utf8");
      let text = "";
      for await (const chunk of stdin) text += chunk;
      return text;
    },
    ...(stdin.isTTY && stderr.isTTY
      ? {
          ask: async (question: string) => {
            stderr.write(question);
            return /^y(es)?$/i.test(await Promise.race([readLine(), gaveUp]));
          },
        }
      : {}),
    signal: stop.signal,
  });
  stdin.destroy();
}
