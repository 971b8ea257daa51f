import { implement } from '@orpc/server';
import { films } from '../../shared/contract/films.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { readCaptionFile, writeCaptionFile } from './caption-files.ts';
import type { FilmsService } from './service.ts';

export function filmsRoutes(service: FilmsService, tools: FeatureTools) {
  const os = implement(films).$context<CallContext>();
  const languageOf = (context: CallContext): Language => context.language ?? tools.shopLanguage();
  return os.router({
    styles: os.styles.handler(({ context }) => service.styles(languageOf(context))),
    list: os.list.handler(({ input, context }) => service.list(input ?? {}, languageOf(context))),
    get: os.get.handler(({ input }) => service.get(input.id)),
    begin: os.begin.handler(({ input, context }) => service.begin(input, languageOf(context))),
    save: os.save.handler(({ input }) => service.save(input)),
    duplicate: os.duplicate.handler(({ input }) =>
      service.duplicate(input.id, input.name, input.clientId),
    ),
    remove: os.remove.handler(({ input }) => service.remove(input.id, input.clientId)),
    restore: os.restore.handler(({ input }) => service.restore(input.id, input.clientId)),
    preview: os.preview.handler(({ input, context }) =>
      service.preview(input.film, input.format, input.maxSidePx, languageOf(context)),
    ),
    copies: os.copies.handler(({ input, context }) =>
      service.copies(input.clips, languageOf(context)),
    ),
    makeCopy: os.makeCopy.handler(({ input }) => service.makeCopy(input)),
    stopCopy: os.stopCopy.handler(({ input }) => service.stopCopy(input)),
    readCaptions: os.readCaptions.handler(({ input, context }) =>
      readCaptionFile(tools, input.base64, input.endMs, languageOf(context)),
    ),
    captionFile: os.captionFile.handler(({ input }) =>
      writeCaptionFile(service.get(input.id), input.kind),
    ),
    render: os.render.handler(({ input }) =>
      service.render(input.id, input.formats, input.clientId),
    ),
    teaser: os.teaser.handler(({ input }) => service.teaser(input)),
    batch: os.batch.handler(({ input, context }) => service.batch(input, languageOf(context))),
    batches: os.batches.handler(({ context }) => service.batches(languageOf(context))),
    changed: os.changed.handler(() => service.changed()),
    again: os.again.handler(({ input }) => service.again(input.filmIds, input.clientId)),
    encoders: os.encoders.handler(() => service.encoders.view()),
    setEncoder: os.setEncoder.handler(({ input }) =>
      service.encoders.choose(input.encoder, input.clientId),
    ),
    stop: os.stop.handler(({ input }) => service.stop(input.filmIds, input.clientId)),
  });
}
