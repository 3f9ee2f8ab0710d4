const PATTERN = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;

/** Whether a name can be an argument: what every model API accepts as a property, and no member of every object. */
export function isArgumentName(name: string): boolean {
  return PATTERN.test(name) && !(name in Object.prototype);
}
