/** Builds the window when its sources are newer than what was built. */
export function ensureWindowBuilt(): void;
