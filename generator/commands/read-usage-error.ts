import type { CommanderError } from "commander";
import type { Problem } from "../shared/problems.js";

/** Commander's complaint about a command line, as a problem like any other. */
export function readUsageError(error: CommanderError): Problem {
  const [first = "", ...rest] = error.message.replace(/^error: /, "").split("\n");
  const suggestion = /^\((Did you mean .*\?)\)$/.exec(rest.join(" "))?.[1];
  const help = error.code === "commander.help";
  return {
    code: error.code.replace(/^commander\./, "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    kind: "usage",
    severity: "error",
    message: help ? "No command is given." : `${first.charAt(0).toUpperCase()}${first.slice(1)}.`.replace(/\.\.$/, "."),
    fix: suggestion ?? "See `toolpack --help`, or `toolpack <command> --help`.",
  };
}
