/** Names this window as long as it is open: what it holds, another window does not. */
export const windowId: string = crypto.randomUUID();
