import { Command, InvalidArgumentError } from "commander";
import type { SandboxOptions } from "./index.js";

const EXAMPLE = `
Example:
  $ mem0-sandbox --port 4010 --fail-every 5
  $ curl -H "Authorization: Token sandbox-key" http://127.0.0.1:4010/v1/ping/`;

/** Reads the command line. Prints help or names what is wrong with it, and ends the process then. */
export function readOptions(argv: readonly string[]): Required<Omit<SandboxOptions, "rateWindowMs">> {
  return new Command("mem0-sandbox")
    .description(
      "A local server that speaks the Mem0 Platform API, for trying and testing without an account.\n" +
        "It listens on 127.0.0.1 only and forgets everything when it stops.",
    )
    .option("--port <number>", "port to listen on; 0 takes a free one", whole(0, 65_535), 4010)
    .option("--api-key <key>", "the key that callers must send", readKey, "sandbox-key")
    .option("--no-seed", "start empty instead of with four memories of a user alice")
    .option("--event-ms <ms>", "how long queued work takes", whole(0), 500)
    .option("--latency-ms <ms>", "wait before every answer", whole(0), 0)
    .option("--fail-every <n>", "let every n-th request fail; 0 is never", whole(0), 0)
    .option("--fail-status <status>", "the status of such a failure", whole(400, 599), 503)
    .option("--rate-limit <n>", "requests allowed a minute, then 429; 0 is no limit", whole(0), 0)
    .addHelpText("after", EXAMPLE)
    .showHelpAfterError("Try --help for the list of options.")
    .parse(argv)
    .opts();
}

function whole(least: number, most: number = 2 ** 31 - 1): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

function readKey(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new InvalidArgumentError("Give printable ASCII characters without a space.");
}
