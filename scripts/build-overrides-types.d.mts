export function buildOverridesTypes(): Promise<string>;
