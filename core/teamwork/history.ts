import type { ThreadDeed } from '../../shared/contract/teamwork.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ThreadDeedFact, WriterFact } from '../../shared/facts.ts';
import { speakTime } from '../../shared/rules/speak-time.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { deedStore, type DeedRow } from './deed-store.ts';
import type { TeamworkUses } from './teamwork-uses.ts';

export type NoteDeed = (deed: ThreadDeedFact) => void;

const pageSize = 50;

type HistoryParts = {
  tools: FeatureTools;
  uses: TeamworkUses;
  who: (personId: string | null, language?: Language) => WriterFact;
};

/** Who did what with a thread: written down in the transaction that does it, said in sentences. */
export function threadHistory({ tools, uses, who }: HistoryParts) {
  const store = deedStore(tools.db);

  const note: NoteDeed = ({ threadId, kind, outboxId, params = {} }) => {
    const byStudio = !uses.isPersonAsking();
    store.insert({
      id: tools.newId(),
      threadId,
      outboxId: outboxId ?? null,
      personId: byStudio ? null : (uses.me()?.id ?? null),
      byStudio,
      kind,
      params,
      at: tools.clock.now(),
    });
    tools.events.changed('teamwork');
  };

  function studio(language: Language): WriterFact {
    return { name: tools.say(language, 'teamwork:studio') };
  }

  function sentence({ kind, params }: DeedRow, language: Language): string {
    const { personId, until } = params;
    const key = `teamwork:history.${kind}`;
    const text = tools.say(language, key, {
      ...params,
      ...(typeof personId === 'string' && { name: who(personId, language).name }),
      ...(typeof until === 'number' && { when: speakTime(until, uses.zone(), language) }),
    });
    // A deed that came with a later version, in a library that was brought back.
    const isKnown = text !== key && !key.endsWith(text);
    return isKnown ? text : tools.say(language, 'teamwork:history.other');
  }

  function ofThread(
    { threadId, cursor, limit = pageSize }: { threadId: string } & Page,
    language: Language,
  ): { items: ThreadDeed[]; next?: string } {
    const rows = store.ofThread(threadId, cursor, limit + 1);
    const items = rows.slice(0, limit).map((row) => ({
      id: row.id,
      person: row.byStudio ? studio(language) : who(row.personId, language),
      at: new Date(row.at).toISOString(),
      kind: row.kind,
      text: sentence(row, language),
    }));
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, ...(last && { next: last.id }) };
  }

  return {
    note,
    ofThread,
    studio,
    /** Who wrote what is or was on its way; `undefined` stands for the studio. */
    writersOf: (outboxIds: readonly string[]) =>
      new Map(
        store
          .writersOf(outboxIds)
          .map(({ outboxId, personId, byStudio }) => [
            outboxId,
            byStudio ? undefined : { personId },
          ]),
      ),
  };
}

type Page = { cursor?: string | undefined; limit?: number | undefined };
