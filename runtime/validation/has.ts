/** Has an object a value of its own under a key? */
export function has(data: Readonly<Record<string, unknown>>, key: string): boolean {
  return data[key] !== undefined && Object.hasOwn(data, key);
}
