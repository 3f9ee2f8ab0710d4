// Compares the requests of packs with those that swagger-client builds, for operations of real documents.
// Use: node check-requests.mjs [documents] [operations of each]
import { buildOurs } from "./build-ours.mjs";
import { buildTheirs } from "./build-theirs.mjs";
import { chooseDocuments } from "./choose-documents.mjs";
import { compareRequests } from "./compare.mjs";
import { inventCredentials } from "./credentials.mjs";
import { explained } from "./differences.mjs";
import { readTools } from "./read-tools.mjs";
import { sampleArguments } from "./sample-arguments.mjs";

const [documents = 100, operations = 30] = process.argv.slice(2).map(Number);
/** Documents of which nothing becomes a tool. */
const without = [];
const counts = { requests: 0, same: 0, refused: 0, explained: new Map(explained.map(({ why }) => [why, 0])) };
const open = [];

const chosen = chooseDocuments(documents);
for (const { name, path } of chosen) {
  const read = await readTools(path).catch(
    (error) => void without.push(`${name}: ${error.message.split("\n").at(-1)}`),
  );
  if (read === undefined) continue;
  const credentials = inventCredentials(read.definition);
  const step = Math.max(1, Math.ceil(read.tools.length / operations));
  for (let index = 0; index < read.tools.length; index += step)
    for (const only of [true, false])
      await checkTool(name, read, read.tools[index], { credentials, seed: index + 1, only });
}

console.log(`${counts.requests} requests of ${chosen.length - without.length} documents: ${counts.same} are the same.`);
for (const [why, count] of counts.explained) if (count > 0) console.log(`  ${count} differ. ${why}`);
if (counts.refused > 0) console.log(`  ${counts.refused} are refused: an empty value cannot be a segment of a path.`);
for (const each of without) console.log(`  No tools: ${each}`);
for (const each of open.slice(0, 20)) console.error(`✗ ${JSON.stringify(each).slice(0, 2_000)}`);
if (open.length > 0) console.error(`${open.length} differences are not explained.`);
process.exitCode = open.length === 0 && counts.same > counts.requests / 2 ? 0 : 1;

async function checkTool(name, read, tool, { credentials, seed, only }) {
  const args = sampleArguments(tool, seed, only);
  if (args === undefined) return;
  counts.requests += 1;
  let differences;
  try {
    const theirs = buildTheirs(read, tool, args, credentials);
    differences = await compareRequests(await buildOurs(read, tool, args, credentials), theirs);
  } catch (error) {
    if (error.code === "invalid_argument" && /must be a non-empty/.test(error.hint)) {
      counts.refused += 1;
      return;
    }
    differences = [{ what: "error", ours: error.message }];
  }
  if (differences.length === 0) counts.same += 1;
  for (const difference of differences) {
    const kind = explained.find(({ is }) => is(difference));
    if (kind === undefined) open.push({ document: name, operation: tool.action.operation.id, ...difference, args });
    else counts.explained.set(kind.why, counts.explained.get(kind.why) + 1);
  }
}
