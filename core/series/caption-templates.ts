import { Problem } from '../../shared/contract/problem.ts';
import type { CaptionTemplate } from '../../shared/contract/series.ts';
import { parseCaption } from '../../shared/rules/caption-template.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { captionTemplateStore, type TemplateRow } from './caption-template-store.ts';

type NewTemplate = {
  id?: string | undefined;
  name: string;
  text: string;
  captions?: Partial<CaptionTemplate['captions']> | undefined;
};

const builtIns = ['new', 'offer', 'short'] as const;

/** Refuses words whose fields cannot be read, telling the first trouble and its place. */
export function refuseWrongTemplate(texts: readonly (string | undefined)[]): void {
  for (const text of texts) {
    const [first] = parseCaption(text ?? '').problems;
    if (!first) continue;
    const { code, at, name } = first;
    const field = code === 'field-unknown' ? `{${name}}` : (text?.slice(at, at + 12) ?? '');
    throw new Problem('caption-template-wrong', { reason: code, at: at + 1, field });
  }
}

/** Captions that the merchant keeps, and those that come with the studio. */
export function captionTemplates(tools: FeatureTools) {
  const store = captionTemplateStore(tools.db);

  /** In the shop's language: they are written for its customers. */
  function builtIn(name: (typeof builtIns)[number]): CaptionTemplate {
    const say = (key: string) => tools.say(tools.shopLanguage(), `series:builtIn.${name}.${key}`);
    return {
      id: `built-in-${name}`,
      name: say('name'),
      text: say('text'),
      captions: { instagram: say('instagram') },
      builtIn: true,
    };
  }

  function mark(done: boolean): { ok: true } {
    if (!done) throw new Problem('not-found', { what: 'template' });
    tools.events.changed('series');
    return { ok: true };
  }

  return {
    templates: () => ({ items: [...store.list().map(view), ...builtIns.map(builtIn)] }),
    saveTemplate: ({ name, text, captions = {}, ...input }: NewTemplate, clientId?: string) =>
      tools.applyOnce('series/saveTemplate', clientId, () => {
        refuseWrongTemplate([text, ...Object.values(captions)]);
        if (input.id !== undefined && !store.find(input.id))
          throw new Problem('not-found', { what: 'template' });
        const row: TemplateRow = { id: input.id ?? tools.newId(), name, text, captions };
        store.put(row);
        tools.events.changed('series');
        return view(row);
      }),
    removeTemplate: (id: string, clientId?: string) =>
      tools.applyOnce('series/removeTemplate', clientId, () =>
        mark(store.setRemoved(id, tools.clock.now())),
      ),
    restoreTemplate: (id: string, clientId?: string) =>
      tools.applyOnce('series/restoreTemplate', clientId, () => mark(store.setRemoved(id, null))),
  };
}

function view(row: TemplateRow): CaptionTemplate {
  return { ...row, builtIn: false };
}
