import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readNode } from "./read-node.mjs";

/**
 * Runs every contestant once per round, one after another, each in a new folder, and times the whole process.
 * The order rotates between rounds, so that no contestant always runs after the same one. The first round fills the
 * file system cache and is discarded.
 *
 * @param {Record<string, (out: string) => { args: string[]; env?: Record<string, string> }>} contestants
 * @param {number} rounds
 * @returns {Record<string, { ms: number; stdout: string }[]>} in round order
 */
export function measureRounds(contestants, rounds) {
  const names = Object.keys(contestants);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    const turn = (round + 1) % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      const out = mkdtempSync(join(tmpdir(), "toolpack-bench-"));
      try {
        const { args, env } = contestants[name](out);
        const start = performance.now();
        const run = spawnSync(readNode(), args, {
          encoding: "utf8",
          env: { ...process.env, ...env },
          maxBuffer: 2 ** 26,
        });
        const ms = performance.now() - start;
        if (run.status !== 0)
          throw new Error(`${name} exited with ${run.status ?? run.signal}:\n${run.stdout}${run.stderr}`);
        if (round >= 0) results[name].push({ ms, stdout: run.stdout });
      } finally {
        rmSync(out, { recursive: true, force: true });
      }
    }
  }
  return results;
}
