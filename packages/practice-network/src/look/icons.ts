/** Small signs, drawn with one line each; words stand beside them or in their labels. */
const paths = {
  clip: '<path d="M8 5.5v13l10.5-6.5z"/>',
  many: '<path d="M8 4h10a2 2 0 0 1 2 2v10"/><rect x="4" y="8" width="12" height="12" rx="2"/>',
  tag: '<path d="M4 11V5a1 1 0 0 1 1-1h6l9 9-7 7z"/><circle cx="8.5" cy="8.5" r="1.2"/>',
  comment: '<path d="M4 19l1.3-3.9A8 8 0 1 1 9 18.3z"/>',
  heart: '<path d="M12 19.5 5.2 12.6a4.3 4.3 0 0 1 6.8-5 4.3 4.3 0 0 1 6.8 5z"/>',
  lock: '<rect x="6" y="11" width="12" height="8" rx="1.5"/><path d="M9 11V8a3 3 0 0 1 6 0v3"/>',
  eyeOff:
    '<path d="M4 4l16 16M10 6.2A8.7 8.7 0 0 1 21 12a14 14 0 0 1-2.4 2.9M6.6 8A13 13 0 0 0 3 12a9 9 0 0 0 12 5.3"/>',
  cap: '<path d="M3 9.5 12 5l9 4.5-9 4.5z"/><path d="M7 11.8V16c2.8 2.2 7.2 2.2 10 0v-4.2"/>',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): string {
  return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>`;
}
