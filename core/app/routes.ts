import { implement } from '@orpc/server';
import { app } from '../../shared/contract/app.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { AppService } from './service.ts';

export function appRoutes(service: AppService) {
  const os = implement(app).$context<CallContext>();
  return {
    info: os.info.handler(({ context }) => service.info(context.language)),
    setLine: os.setLine.handler(({ input }) => service.setLine(input)),
    changes: os.changes.handler(({ signal }) => service.changes(signal)),
    counters: os.counters.handler(() => service.counters()),
    setLanguage: os.setLanguage.handler(({ input }) => service.setLanguage(input)),
    startPractice: os.startPractice.handler(({ input }) => service.startPractice(input)),
    openOwnShop: os.openOwnShop.handler(() => service.openOwnShop()),
    backups: os.backups.handler(() => service.backups()),
    backUpNow: os.backUpNow.handler(({ input }) => service.backUpNow(input)),
    diagnostics: os.diagnostics.handler(() => service.diagnostics()),
  };
}
