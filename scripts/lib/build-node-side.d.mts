/** Bundles what runs under Node in the desktop app. */
export function buildNodeSide(): Promise<void>;
