import type { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAnswerProblems } from '../../core/answer-problems.ts';
import { createMediaLibrary } from '../../core/media/media-library.ts';
import type { MediaLibrary, MediaLibraryOptions } from '../../core/media/media-library-types.ts';
import { createTestHost } from './test-host.ts';
import { openTestTools, resourcesDir, type TestTools } from './test-tools.ts';

export type TestLibrary = {
  tools: TestTools;
  dataDir: string;
  library: MediaLibrary;
  host: ReturnType<typeof createTestHost>;
  /** The same folder and database as after a new start. */
  reopen(): void;
  close(): Promise<void>;
};

/** A real media library with real worker processes in a temporary folder. */
export function openTestLibrary(options: Partial<MediaLibraryOptions> = {}): TestLibrary {
  const tools = openTestTools();
  const dataDir = join(tools.folder, 'data');
  mkdirSync(dataDir);
  const host = createTestHost();
  const answers = createAnswerProblems(tools.say, tools.shopLanguage, () => 'test');
  const base = {
    dataDir,
    host,
    resourcesDir,
    describeProblem: (problem: Problem, language: Language) => answers.describe(problem, language),
  };
  const open = () => createMediaLibrary(tools, { ...base, ...options });
  const opened: MediaLibrary[] = [];
  const test: TestLibrary = {
    tools,
    dataDir,
    host,
    library: open(),
    reopen() {
      opened.push(test.library);
      test.library = open();
    },
    async close() {
      await Promise.all([...opened, test.library].map((library) => library.close()));
      tools.close();
    },
  };
  return test;
}
