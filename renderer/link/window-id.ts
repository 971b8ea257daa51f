const key = 'vitrine-window';

/** The same name after the page was loaded anew; a copy of the window that stands beside gets its own,
 *  for the name lies in the store only while no page has it. */
function takeWindowId(): string {
  if (typeof window === 'undefined') return crypto.randomUUID();
  const id = window.sessionStorage.getItem(key) ?? crypto.randomUUID();
  window.sessionStorage.removeItem(key);
  window.addEventListener('pagehide', () => window.sessionStorage.setItem(key, id));
  return id;
}

/** Names this window as long as it is open: what it holds, another window does not. */
export const windowId: string = takeWindowId();
