/** A JSON value that LOAD still works on; it is frozen when LOAD hands it over. */
export type MutableJson = null | boolean | number | string | MutableJson[] | MutableObject;
export interface MutableObject {
  [key: string]: MutableJson;
}
