const depth = (levels: number): unknown => {
  let value: unknown = { user_id: "alice" };
  for (let level = 1; level < levels; level++) value = { AND: [value] };
  return value;
};
const uuids = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`);

/** What the stand-ins of hostile.yaml stand for. */
const makers: Readonly<Record<string, (count: number) => unknown>> = {
  $uuids: uuids,
  $wrapped: (count) => uuids(count).map((memory_id) => ({ memory_id })),
  $updates: (count) => uuids(count).map((memory_id) => ({ memory_id, text: "x" })),
  $text: (count) => "x".repeat(count),
  $blanks: (count) => " ".repeat(count),
  $deep: depth,
};

/** A value of hostile.yaml with its stand-ins filled in. */
export function expand(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expand);
  if (!value || typeof value !== "object") return value;
  const [[name = "", count] = []] = Object.entries(value);
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (make) return make(Number(count));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expand(each)]));
}
