// The page policy takes markup and program addresses from trusted values only. The one policy of the
// house passes what the component library writes into its style elements and the window's own worker
// programs, and refuses all else, so that no customer's text becomes markup or a program whichever way
// it went. Has to run before the first element is made.

/** What TypeScript does not describe yet: https://w3c.github.io/trusted-types/dist/spec/ */
type TypePolicies = {
  createPolicy(
    name: string,
    rules: {
      createHTML(text: string): string | null;
      createScriptURL(address: string): string | null;
    },
  ): unknown;
};

/** The text when it holds neither a tag nor a character reference. On null the browser throws and
 *  reports the violation; an error of our own would go by unreported. */
export function passStyleText(text: string): string | null {
  return /[<&]/.test(text) ? null : text;
}

/** As the build names the programs of other threads. */
const workerPath = /^\/assets\/[a-z-]+-worker-[\w-]{8}\.js$/;

/** The address when it is that of a worker that was built with this window, `page`. */
export function passOwnWorker(address: string, page: string): string | null {
  if (!URL.canParse(address)) return null;
  const at = new URL(address);
  const own = new URL(page);
  // Not by `origin`: of the desktop shell's own scheme that is the word null.
  const isOwn = at.protocol === own.protocol && at.host === own.host && !at.username;
  return isOwn && workerPath.test(at.pathname) && !at.search && !at.hash ? address : null;
}

const { trustedTypes } = globalThis as { trustedTypes?: TypePolicies };
trustedTypes?.createPolicy('default', {
  createHTML: passStyleText,
  createScriptURL: (address) => passOwnWorker(address, window.location.href),
});
