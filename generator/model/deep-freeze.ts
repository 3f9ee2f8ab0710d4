/** Freezes plain data all the way down; what is frozen already is taken to be frozen below as well. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key of Reflect.ownKeys(value)) {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    // A getter is a position that is computed only when somebody asks for it.
    if (descriptor && "value" in descriptor) deepFreeze(descriptor.value);
  }
  return value;
}
