/** The fields of a path item that are operations. */
export const methods: readonly string[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
