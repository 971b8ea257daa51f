/** UTF-8 bytes of a text; half a character counts as its replacement does. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** What a network takes of an answer, and how it counts: comments in characters (of Instagram by product
 *  limit), messages of Messenger in characters, of Instagram in bytes. */
export function replyRoom(
  kind: 'comment' | 'message',
  network: 'facebook' | 'instagram',
  text: string,
): { length: number; limit: number } {
  if (kind === 'comment')
    return { length: [...text].length, limit: network === 'facebook' ? 8000 : 2200 };
  return network === 'facebook'
    ? { length: [...text].length, limit: 2000 }
    : { length: byteLength(text), limit: 1000 };
}
