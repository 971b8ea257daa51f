import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../core/log.ts';
import { openStudio, type Studio } from '../../core/open-studio.ts';
import type { Host, HostLogin, SecretStore } from '../../core/host.ts';
import { createRedactor } from '../../core/redact.ts';
import type { Clock } from '../../shared/facts.ts';
import { createMemorySecrets } from './memory-secrets.ts';
import { createTestHost } from './test-host.ts';
import { resourcesDir } from './test-tools.ts';

export type WholeStudio = {
  studio: Studio;
  dataDir: string;
  secrets: SecretStore;
  close(): Promise<void>;
};

/** The studio as a host opens it, on a folder of its own that goes with `close`. */
export async function openWholeStudio(
  options: {
    dataDir?: string;
    graph?: string;
    clock?: Clock;
    secrets?: SecretStore;
    practice?: boolean;
    login?: HostLogin;
  } = {},
): Promise<WholeStudio> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'vitrine-whole-'));
  const redactor = createRedactor();
  const secrets = options.secrets ?? createMemorySecrets();
  const host: Host = {
    kind: 'server',
    secrets,
    notify: () => {},
    openExternal: () => {},
    onWake: () => () => {},
    ...createTestHost(),
    ...(options.login && { login: options.login }),
  };
  const studio = await openStudio({
    dataDir,
    resourcesDir,
    host,
    log: createLog(dataDir, redactor),
    clock: options.clock ?? { now: () => Date.now(), tickSeconds: 15, manual: false },
    ...(options.practice && { practice: true }),
    ...(options.graph === undefined ? {} : { graph: options.graph }),
  });
  return {
    studio,
    dataDir,
    secrets,
    async close() {
      await studio.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
