type Network = 'facebook' | 'instagram';

/** What one press mends. Those about words and order change the text itself (`apply-fix.ts`); those
 *  about pixels make a new picture or video and leave the one there was in the library. */
export type WordFix =
  | { kind: 'remove-hidden' }
  | { kind: 'cut-caption'; network: Network; most: number }
  | { kind: 'cut-hashtags'; network: Network; most: number }
  | { kind: 'move-hashtags'; network: Network }
  | { kind: 'cut-mentions'; network: Network; most: number }
  | { kind: 'cut-comment'; most: number }
  | { kind: 'cut-comment-hashtags'; most: number }
  | { kind: 'drop-comment' }
  | { kind: 'mend-link'; link: string }
  | { kind: 'drop-link' }
  | { kind: 'link-into-text' }
  | { kind: 'drop-medium'; mediaIndex: number }
  | { kind: 'keep-media'; most: number }
  | { kind: 'keep-kind'; of: 'photo' | 'video'; mediaIndexes: number[] }
  | { kind: 'cut-alt'; mediaIndex: number; most: number }
  | { kind: 'drop-tags' }
  | { kind: 'keep-tags'; most: number; mediaIndex: number }
  | { kind: 'place-tags'; mediaIndex: number }
  | { kind: 'unplace-tags'; mediaIndex: number }
  | { kind: 'as-post' };

export type MediaFix =
  /** Cut to a ratio; the window lets the middle be moved first. */
  | { kind: 'crop'; mediaIndex: number; ratio: number }
  /** The whole picture on paper of a ratio. */
  | { kind: 'frame'; mediaIndex: number; ratio: number }
  /** As JPEG, small enough. */
  | { kind: 'convert-photo'; mediaIndex: number }
  | { kind: 'trim-video'; mediaIndex: number; longestMs: number }
  /** As MP4 with H.264 and AAC, narrow and light enough, in the ratio if one is named. */
  | {
      kind: 'convert-video';
      mediaIndex: number;
      widestPx?: number | undefined;
      largestBytes?: number | undefined;
      ratio?: number | undefined;
    };

export type TimeFix = { kind: 'move-time'; at: string };

export type CheckFix = WordFix | MediaFix | TimeFix;
