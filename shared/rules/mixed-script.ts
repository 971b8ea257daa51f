const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** A host whose letters come from more than one script is made to be mistaken for another. `address` as it was
 *  written, before a browser makes `xn--…` of it. */
export function isMixedScript(address: string): boolean {
  const host = /^https?:[\\/]*([^\\/?#]*)/i.exec(address)?.[1] ?? '';
  return scripts.filter((script) => script.test(host)).length > 1;
}
