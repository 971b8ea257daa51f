import { implement } from '@orpc/server';
import { studio } from '../../shared/contract/studio.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { StudioService } from './service.ts';

export function studioRoutes(service: StudioService, tools: FeatureTools) {
  const os = implement(studio).$context<CallContext>();
  const languageOf = (context: CallContext): Language => context.language ?? tools.shopLanguage();
  return os.router({
    templates: os.templates.handler(({ input, context }) => ({
      items: service.templates(input?.kind, languageOf(context)),
    })),
    tracks: os.tracks.handler(({ context }) => ({ items: service.tracks(languageOf(context)) })),
    preview: os.preview.handler(({ input, context }) =>
      service.preview(input, languageOf(context)),
    ),
    render: os.render.handler(({ input }) => service.render(input)),
    creations: os.creations.handler(({ input }) => service.creations(input ?? {})),
  });
}
