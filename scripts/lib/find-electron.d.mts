/** Electron's binary, fetched if it can be had within two minutes; undefined means: use the browser. */
export function findElectron(options?: { download?: boolean }): string | undefined;
