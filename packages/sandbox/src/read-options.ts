import { Command, InvalidArgumentError } from "commander";
import type { SandboxOptions } from "./index.js";

const EXAMPLE = `
Example:
  $ mem0-sandbox --port 4010 --fail-every 5
  $ curl -H "Authorization: Token sandbox-key" http://127.0.0.1:4010/v1/ping/`;

/** Reads the command line. Prints help or the error, and then exits. */
export function readOptions(argv: readonly string[]): Required<Omit<SandboxOptions, "rateWindowMs">> {
  return new Command("mem0-sandbox")
    .description(
      "A local server that implements the Mem0 Platform API, for trying and testing without an account.\n" +
        "It listens on 127.0.0.1 only and discards all data when it stops.",
    )
    .option("--port <number>", "port to listen on; 0 picks a free port", whole(0, 65_535), 4010)
    .option("--api-key <key>", "API key that callers must send", readKey, "sandbox-key")
    .option("--no-seed", "start without the four memories of the user alice")
    .option("--event-ms <ms>", "duration of queued work", whole(0), 500)
    .option("--latency-ms <ms>", "delay before every response", whole(0), 0)
    .option("--fail-every <n>", "fail every n-th request; 0 means never", whole(0), 0)
    .option("--fail-status <status>", "status code of these failures", whole(400, 599), 503)
    .option("--rate-limit <n>", "requests allowed per minute, then 429; 0 means no limit", whole(0), 0)
    .addHelpText("after", EXAMPLE)
    .showHelpAfterError("Run with --help for a list of options.")
    .parse(argv)
    .opts();
}

function whole(least: number, most: number = 2 ** 31 - 1): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Use a whole number from ${least} to ${most}.`);
  };
}

function readKey(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new InvalidArgumentError("Use printable ASCII characters without spaces.");
}
