import { implement } from '@orpc/server';
import { publishing } from '../../shared/contract/publishing.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { Publishing } from './publishing-port.ts';

export function publishingRoutes(service: Publishing) {
  const os = implement(publishing).$context<CallContext>();
  return {
    targets: os.targets.handler(({ input, context }) => ({
      targets: service.list(input ?? {}, context.language),
    })),
    answer: os.answer.handler(({ input }) => ({ targets: service.answer(input) })),
    changeText: os.changeText.handler(({ input }) => ({ targets: service.changeText(input) })),
    deletePublished: os.deletePublished.handler(({ input }) => ({
      targets: service.deletePublished(input),
    })),
    cancelChange: os.cancelChange.handler(({ input }) => ({
      targets: service.cancelChange(input),
    })),
    preferences: os.preferences.handler(() => service.preferences.read()),
    setPreferences: os.setPreferences.handler(({ input }) => service.setPreferences(input)),
    retry: os.retry.handler(({ input }) => ({ targets: service.retry(input) })),
  };
}
