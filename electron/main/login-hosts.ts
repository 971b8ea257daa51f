export type Login = {
  /** The network's dialog, or the broker's page that leads there. */
  url: string;
  /** Where it ends; never loaded. */
  returnUrl: string;
};

/** Has the login come back? Scheme, host, port and path are compared, what comes along is not. */
export function isReturn(address: string, { returnUrl }: Login): boolean {
  const [at, wanted] = [URL.parse(address), URL.parse(returnUrl)];
  return (
    at !== null &&
    wanted !== null &&
    at.protocol === wanted.protocol &&
    at.host === wanted.host &&
    at.pathname === wanted.pathname &&
    !at.username &&
    !at.password
  );
}

/** May the login window go there? Facebook's own hosts and where the login began; a login for practice,
 *  which begins on this machine, stays on it, and a real one never comes here. */
export function mayVisit(address: string, login: Login): boolean {
  const [url, start] = [URL.parse(address), URL.parse(login.url)];
  if (!url || !start || url.username || url.password) return false;
  if (isHere(start)) return isHere(url);
  if (url.protocol !== 'https:' || url.port !== start.port) return false;
  return url.host === start.host || /^([a-z0-9-]+\.)*facebook\.com$/.test(url.hostname);
}

function isHere(url: URL): boolean {
  return url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
}
