/** An object without the members that are undefined, an empty list or an empty record. */
export function omitEmpty<T extends object>(value: { readonly [Key in keyof T]?: T[Key] | undefined }): T {
  const isEmpty = (each: unknown): boolean => typeof each === "object" && Object.keys(each ?? {}).length === 0;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && !isEmpty(each))) as T;
}
