import { type AnswerType, isMediaType } from "./read-answer-type.js";

const most = 20;

/**
 * The header `Accept`: what the responses declare, the best type of each first. Other types of the same response follow
 * with a lower weight, except streams and other forms of JSON, which a service could send instead of what is preferred.
 */
export function buildAccept(answers: readonly (readonly AnswerType[])[]): string {
  const best = answers.flatMap(([first]) => (first === undefined ? [] : [first]));
  const others = answers.flatMap(([, ...rest]) => rest.filter(({ kind }) => kind === "text" || kind === "binary"));
  const names = new Map<string, string>();
  for (const { kind, mediaType } of best) {
    // Of a range that includes JSON, JSON is what is read best.
    const isRange = kind === "json" && mediaType.includes("*");
    if (isRange) names.set("application/json", "");
    addName(names, mediaType, isRange ? ";q=0.5" : "");
  }
  for (const { mediaType } of others) addName(names, mediaType, ";q=0.5");
  const listed = [...names].slice(0, most).map(([name, weight]) => name + weight);
  return listed.length === 0 ? "*/*" : listed.join(", ");
}

/** A charset is left out: the text of every charset is read. */
function addName(names: Map<string, string>, mediaType: string, weight: string): void {
  if (!isMediaType(mediaType)) return;
  const name = mediaType.replace(/ ?; ?charset=[^;]*/i, "");
  if (!names.has(name)) names.set(name, weight);
}
