import { main } from "./main.js";

/** Runs the command line of this process. */
export async function run(): Promise<void> {
  // A reader that has seen enough (`toolpack list | head`) is not an error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const terminal = process.stderr.isTTY === true;
  // Setting the code, not exiting: a pipe may still have to take the text.
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    color: terminal && !process.env.NO_COLOR && process.env.TERM !== "dumb",
    progress: terminal,
  });
}
