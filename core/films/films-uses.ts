import type { FilmWish } from '../../shared/contract/films.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { ProblemText } from '../../shared/contract/problems.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { MusicShape } from '../../shared/rules/music-pieces.ts';
import type { FilmFacts } from '../../shared/scene/film/film-style.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { Brand, VideoSlots } from '../../shared/scene/template.ts';
import type { JobQueue } from '../jobs/job-types.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';

/** What films ask of other features; open-features hands it over. */
export type FilmsUses = {
  library: Pick<
    MediaLibrary,
    'readAsset' | 'verifyAsset' | 'addStudioFile' | 'makeWorkFolder' | 'workers' | 'clipCopies'
  >;
  jobs: Pick<JobQueue, 'enqueue' | 'get' | 'cancel'>;
  /** Products, words and music for a fresh film. Throws by name when there are too few photos. */
  fillSlots: (wish: FilmWish, language: Language) => VideoSlots;
  /** The sentences of what stopped a copy of a clip. */
  describeProblem?: ((problem: Problem, language: Language) => ProblemText) | undefined;
  brand: () => Brand;
  facts: FilmFacts;
  /** A composed scene in the shop's look, with what was done to its photos. */
  finish: (scene: Scene) => Scene;
  sceneSources: (
    scene: Scene,
    maxSidePx?: number,
  ) => { sources: Record<string, string>; missing: string[] };
  /** Notes on a scene: a photo too small, a text that was cut. */
  notesOf: (scene: Scene, language: Language) => { code: string; text: string }[];
  /** The file of a track that ships and how it is built; nothing for one that is not there. */
  music: (trackId: string) => { path: string; durationMs: number; shape?: MusicShape } | undefined;
};
