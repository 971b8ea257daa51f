/** The post on which the keyboard stands, so that one key can do something with it. */
export function focusedPost(): string | undefined {
  const element = document.activeElement?.closest('[data-post]');
  return element?.getAttribute('data-post') ?? undefined;
}
