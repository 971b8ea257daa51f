import type { Readable } from 'node:stream';
import type { Asset } from '../../shared/contract/media.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { ProblemCode, ProblemText } from '../../shared/contract/problems.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import type { AssetFact } from '../../shared/facts.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { Host } from '../host.ts';
import type { AssetBin } from './asset-bin.ts';
import type { ClipCopies } from './keep-clip-copies.ts';
import type { LookLibrary } from './look-library.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Finds the three sentences of a problem; open-studio hands it to whoever lists problems. */
export type DescribeProblem = (problem: Problem, language: Language) => ProblemText;

export type MediaLibraryOptions = {
  dataDir: string;
  host: Pick<Host, 'startProcess'>;
  resourcesDir: string;
  describeProblem: DescribeProblem;
  /** The worker's entry file; a bundle names its own. */
  workerEntry?: string;
  /** Resident memory a worker may hold before it is stopped. */
  workerBudgetBytes?: number;
};

export type Origin = Asset['origin'];

export type ImportOutcome =
  | {
      ok: true;
      assetId: string;
      already: boolean;
      notes: string[];
      /** The picture of the library that it looks like most. */
      looksLike?: string | undefined;
    }
  | { ok: false; code: ProblemCode; params: Record<string, unknown> };

export type ImportedItem =
  | {
      path: string;
      assetId: string;
      already?: boolean;
      looksLike?: { assetId: string; name: string; thumbUrl: string };
      notes?: string[];
    }
  | { path: string; problem: ProblemText; code: string };

/** A file that the studio made in its work folder, checked, hashed and written through to disk. */
export type StudioFile = {
  path: string;
  thumbPath: string;
  name: string;
  mime: 'image/jpeg' | 'image/gif' | 'image/webp' | 'video/mp4';
  format: Format;
  productIds: string[];
  /** Of what is drawn; a teaser is taken from a video. */
  scene?: Scene;
  widthPx: number;
  heightPx: number;
  durationMs?: number | undefined;
  sizeBytes: number;
  hash: string;
  notes: string[];
};

export type AssetQuery = {
  kind?: 'photo' | 'video' | 'audio' | undefined;
  origin?: Origin | undefined;
  productId?: string | undefined;
  text?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

export type AssetPage = { items: Asset[]; next?: string; total: number };

export type WorkFolder = { path: string; remove(): Promise<void> };

export type MediaLibrary = {
  /** Copies one picture or video into the library, after looking at all of it. */
  importPath(
    path: string,
    options?: { origin?: Origin; name?: string; productIds?: string[] },
  ): Promise<ImportOutcome>;
  /** Files and folders of the merchant; one bad file does not stop the others. */
  importFiles(paths: string[], language: Language): Promise<ImportedItem[]>;
  importUploads(assetIds: string[], language: Language): Promise<ImportedItem[]>;
  /** Keeps the bytes as they come (1 GB at most), unchecked; `importUploads` makes an asset of them.
   *  A file for another use, as a CSV, is read through `readAsset(id).path`. */
  receiveUpload: (stream: Readable, name: string) => Promise<{ assetId: string }>;
  readAsset: (id: string) => AssetFact | undefined;
  /** True when the bytes on disk are still those of the row. */
  verifyAsset: (id: string) => Promise<boolean>;
  /** The file to send to a network for an asset: a photo that was brought in goes as a clean copy. */
  networkCopy(asset: AssetFact): Promise<string>;
  addStudioFile(file: StudioFile): AssetFact;
  /** The picture of a product that was made of this very scene before. */
  findMade(productId: string, format: Format, scene: Scene): AssetFact | undefined;
  /** How its photos look: what is alike. */
  looks: LookLibrary;
  /** Heavy work in child processes. */
  workers: WorkerPool;
  /** Copies of films for the window, and steadied ones. */
  clipCopies: ClipCopies;
  /** Where the fonts that the merchant brought stand, each by its id. */
  fontsDir: string;
  /** An empty folder on the library's own disk, so that finished files move by rename. */
  makeWorkFolder(): Promise<WorkFolder>;
  list(query: AssetQuery): AssetPage;
  /** Every photo and video by its name, the newest first. */
  names(): { assetId: string; name: string }[];
  get(id: string): Asset | undefined;
  /** Names, the bin, and the end of assets. */
  bin: AssetBin;
  /** The file behind `/media/…`; undefined for anything else than a known id. */
  locate: (
    pathname: string,
    search: URLSearchParams,
  ) => Promise<{ file: string; mime: string; name: string } | undefined>;
  /** Makes disk and rows agree after a crash. */
  sweep(): Promise<{ partsRemoved: number; damaged: number; strays: number }>;
  close(): Promise<void>;
};
