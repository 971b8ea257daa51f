import { z } from 'zod';
import type { AppInfo, backup, counters, lineState } from '../../shared/contract/app.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { Settings } from '../db/settings.ts';
import type { Backup } from '../db/backup.ts';
import type { Host } from '../host.ts';
import type { Backups } from './backups.ts';
import { streamChanges } from './changes.ts';
import { readMode, settleMode } from './library-mode.ts';

type LineState = z.infer<typeof lineState>;
export type AppUses = {
  tools: FeatureTools;
  settings: Settings;
  host: Host;
  version: string;
  dataDir: string;
  zone: () => string;
  line: {
    state(): { online: boolean; wanted: boolean; since: number };
    set(wanted: boolean): { online: boolean; wanted: boolean; since: number };
  };
  backups: Backups;
  counters: () => z.infer<typeof counters>;
  saveLanguage: (language: Language) => void;
  /** Makes this folder the practice shop; resolves once a merchant can work in it. */
  startPractice: (language: Language) => Promise<void>;
  practiceUrl: () => string | undefined;
  /** Why publishing stands still as a whole. */
  haltedBy: () => string | undefined;
  diagnostics: () => Promise<{ name: string; value: string }[]>;
};

export type AppService = ReturnType<typeof appService>;

export function appService(uses: AppUses) {
  const { tools, settings, host, backups } = uses;
  const iso = (at: number) => new Date(at).toISOString();
  const toLine = (state: { online: boolean; wanted: boolean; since: number }): LineState => ({
    ...state,
    since: iso(state.since),
  });
  const toBackup = (made: Backup): z.infer<typeof backup> => ({ ...made, at: iso(made.at) });

  return {
    info(asked?: Language): AppInfo {
      const mode = readMode(settings);
      const halt = uses.haltedBy();
      const language = asked ?? tools.shopLanguage();
      return {
        version: uses.version,
        dataDir: uses.dataDir,
        practice: mode === 'practice',
        mode,
        now: iso(tools.clock.now()),
        zone: uses.zone(),
        language: tools.shopLanguage(),
        line: toLine(uses.line.state()),
        practiceUrl: uses.practiceUrl(),
        ...(halt === undefined
          ? {}
          : { halt: { code: halt, text: tools.say(language, `publishing:halts.${halt}`) } }),
        secrets: { kind: host.secrets.kind, weak: host.secrets.weak },
      };
    },
    setLine: (input: { online: boolean; clientId?: string | undefined }) =>
      tools.applyOnce('app/setLine', input.clientId, () => toLine(uses.line.set(input.online))),
    changes: (signal?: AbortSignal) => streamChanges(tools.events, signal),
    counters: uses.counters,
    setLanguage: (input: { language: Language; clientId?: string | undefined }) =>
      tools.applyOnce('app/setLanguage', input.clientId, () => {
        uses.saveLanguage(input.language);
        tools.events.changed('shop');
        return { ok: true as const };
      }),
    startPractice: (input: { language: Language; clientId?: string | undefined }) =>
      tools.applyOnceAsync('app/startPractice', input.clientId, async () => {
        if (host.openPractice) return host.openPractice();
        settleMode(settings, 'practice');
        await uses.startPractice(input.language);
        return { dataDir: uses.dataDir };
      }),
    async openOwnShop() {
      if (!host.openOwnShop) throw new Problem('not-found');
      return host.openOwnShop();
    },
    backups: () => ({ items: backups.list().map(toBackup), folder: backups.folder }),
    backUpNow: (input: { clientId?: string | undefined } | undefined) =>
      tools.applyOnceAsync('app/backUpNow', input?.clientId, async () =>
        toBackup(await backups.make('asked')),
      ),
    diagnostics: async () => ({ lines: await uses.diagnostics() }),
  };
}
