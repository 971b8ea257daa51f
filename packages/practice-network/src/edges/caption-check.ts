import { GraphError } from '../graph/graph-error.ts';

const maxChars = 2200;
const maxHashtags = 30;
const maxMentions = 20;

/** Refuses a caption that Instagram would refuse. */
export function checkCaption(caption: string | undefined): void {
  if (caption === undefined) return;
  const hashtags = caption.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0;
  const mentions = caption.match(/(?<![\w.])@[\w.]+/g)?.length ?? 0;
  if (codePointCount(caption) > maxChars) throw tooLong(`at most ${maxChars} characters`);
  if (hashtags > maxHashtags) throw tooLong(`at most ${maxHashtags} hashtags`);
  if (mentions > maxMentions) throw tooLong(`at most ${maxMentions} mentions`);
}

/** Characters as the networks count them: an emoji of one code point is one. */
export function codePointCount(text: string): number {
  return text.match(/./gsu)?.length ?? 0;
}

function tooLong(rule: string): GraphError {
  return new GraphError(36004, '(#36004) The caption is too long.', {
    subcode: 2207010,
    userTitle: 'Caption too long',
    userMessage: `The caption must have ${rule}.`,
    data: { blame_field_specs: [['caption']] },
  });
}
