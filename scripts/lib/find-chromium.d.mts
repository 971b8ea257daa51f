export function findChromium(): Promise<{
  path: string;
  source: string;
  env: Record<string, string>;
}>;
export const chromiumArguments: string[];
