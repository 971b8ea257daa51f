// The page policy takes markup and program addresses from trusted values only. The one policy of the
// house passes what the component library writes into its style elements and refuses all else, so that
// no customer's text becomes markup whichever way it went. Has to run before the first element is made.

/** What TypeScript does not describe yet: https://w3c.github.io/trusted-types/dist/spec/ */
type TypePolicies = {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown;
};

/** The text when it holds neither a tag nor a character reference. On null the browser throws and
 *  reports the violation; an error of our own would go by unreported. */
export function passStyleText(text: string): string | null {
  return /[<&]/.test(text) ? null : text;
}

const { trustedTypes } = globalThis as { trustedTypes?: TypePolicies };
trustedTypes?.createPolicy('default', { createHTML: passStyleText });
