import type { Report } from "./build-report.js";

/** A report as a person reads it. */
export function formatReport(report: Report, dryRun: boolean): readonly string[] {
  const { files, groups } = report;
  const more = report.allTools > report.tools ? ` (profile all; ${report.allTools} in the pack)` : "";
  const steps = new Map<string, number>();
  for (const { name, ms } of report.stages) steps.set(name, (steps.get(name) ?? 0) + ms);
  return [
    `${report.name} ${report.version} ${dryRun ? "for" : "in"} ${report.out}`,
    `  tools   ${report.tools}${more}`,
    `  groups  ${groups.length}: ${groups.join(", ")}`,
    dryRun
      ? `  files   ${files.total}: ${report.differences.length === 0 ? "nothing would change" : "this would change"}`
      : `  files   ${files.total}: ${files.written} written, ${files.unchanged} unchanged, ${files.removed} removed`,
    ...(dryRun ? report.differences.map(({ path, change }) => `    ${change.padEnd(6)} ${path}`) : []),
    `  tokens  ${report.tokens} (profile all, o200k_base)`,
    `  stages  ${[...steps].map(([name, ms]) => `${name} ${ms} ms`).join(", ")}`,
  ];
}
