import type { CheckFix } from './check-fix.ts';

type Network = 'facebook' | 'instagram';

export type CheckedTag = { productId: string; x?: number | undefined; y?: number | undefined };

export type CheckedFilm = {
  codec: string;
  framesPerSecond: number;
  bitsPerSecond: number;
  /** Undefined for a film without sound. */
  audio?: { codec: string; sampleRateHz: number } | undefined;
};

/** A medium of a post as far as the networks mind. */
export type CheckedMedia = {
  /** `missing` when the library does not know it. */
  kind: 'photo' | 'video' | 'missing';
  name: string;
  mime: string;
  widthPx: number;
  heightPx: number;
  durationMs: number;
  sizeBytes: number;
  /** How a video is encoded, as far as it is known. */
  film?: CheckedFilm | undefined;
  alt: string;
  tags: CheckedTag[];
};

export type CheckedProduct = {
  id: string;
  title: string;
  hasPhoto: boolean;
  link: string;
  stock: number;
};

export type CheckedAccount = {
  id: string;
  network: Network;
  name: string;
  health: 'ok' | 'sign-in' | 'permission' | 'restricted' | 'throttled';
  hasCatalogue: boolean;
};

export type CheckedPost = {
  kind: 'post' | 'reel' | 'story';
  /** Each network's own words. */
  captions: Record<Network, string>;
  media: CheckedMedia[];
  link: string;
  firstComment: string;
  accounts: CheckedAccount[];
  /** Accounts of the post that the studio no longer knows. */
  unknownAccounts: number;
  products: ReadonlyMap<string, CheckedProduct>;
  /** Photos are converted and scaled on the way out: file type and weight are no concern. */
  convertsPhotos: boolean;
  /** Names of accounts on which the same words and pictures appeared in the last seven days. */
  postedBefore: string[];
  /** User names, on Instagram. */
  collaborators?: readonly string[] | undefined;
  coverMs?: number | undefined;
  /** A picture of its own stands for the reel. */
  hasCover?: boolean;
};

export type CheckField =
  | 'accounts'
  | 'caption'
  | 'media'
  | 'alt'
  | 'tags'
  | 'link'
  | 'firstComment'
  | 'kind'
  | 'collaborators';

/** A verdict without its sentence: `params` fill the sentence of `code`. */
export type CheckFinding = {
  network?: Network;
  field: CheckField;
  level: 'error' | 'warning' | 'note';
  code: string;
  mediaIndex?: number;
  /** What one press would mend, the gentlest first. */
  fixes?: CheckFix[];
  params: Record<string, string | number>;
};
