export function newCaptionId(): string {
  return `caption-${crypto.randomUUID().slice(0, 12)}`;
}
