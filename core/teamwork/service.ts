import type { Colleague } from '../../shared/contract/teamwork.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { AnswerFact, Colleagues, WriterFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { dayOf, figuresOf, lastDays, waitFigures, type WaitFigures } from './answer-times.ts';
import { threadClaims } from './claims.ts';
import { threadHistory } from './history.ts';
import { threadNotes } from './notes.ts';
import { openWaits } from './open-waits.ts';
import type { TeamworkUses } from './teamwork-uses.ts';

export type TeamworkService = ReturnType<typeof teamworkService>;

type By = 'person' | 'studio' | 'elsewhere';
type Answerer = { by: By; person: Colleague };
type BothFigures = WaitFigures & { open?: Omit<WaitFigures, 'count'> };
/** How long was waited for some answers. */
type Figures = (answers: readonly AnswerFact[]) => BothFigures;

/** How the people at one computer share the inbox: notes between them, who answers what, who did what, and how
 *  long customers waited. */
export function teamworkService(tools: FeatureTools, uses: TeamworkUses) {
  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();
  const who = (personId: string | null, language?: Language): WriterFact => {
    const name = personId === null ? undefined : uses.nameOf(personId);
    const shown = name ?? tools.say(spoken(language), 'teamwork:nameless');
    return personId === null ? { name: shown } : { id: personId, name: shown };
  };
  const history = threadHistory({ tools, uses, who });
  const notes = threadNotes({ tools, uses, who, noteDeed: history.note });
  const claims = threadClaims({ tools, uses, who, noteDeed: history.note });

  function answererOf(
    { outboxId }: AnswerFact,
    writers: ReturnType<typeof history.writersOf>,
    language: Language,
  ): Answerer {
    if (outboxId === undefined || !writers.has(outboxId))
      return { by: 'elsewhere', person: { name: tools.say(language, 'teamwork:elsewhere') } };
    const writer = writers.get(outboxId);
    if (!writer) return { by: 'studio', person: history.studio(language) };
    return { by: 'person', person: who(writer.personId, language) };
  }

  function byPerson(answers: readonly AnswerFact[], figures: Figures, language: Language) {
    const ids = answers.flatMap(({ outboxId }) => (outboxId === undefined ? [] : [outboxId]));
    const writers = history.writersOf(ids);
    const said = answers.map((answer) => ({ answer, ...answererOf(answer, writers, language) }));
    const groups = Map.groupBy(said, ({ by, person }) => `${by} ${person.id ?? ''}`);
    return [...groups.values()]
      .flatMap((group) => {
        const [first] = group;
        if (!first) return [];
        const { by, person } = first;
        return [{ by, person, ...figures(group.map(({ answer }) => answer)) }];
      })
      .sort((one, other) => other.count - one.count);
  }

  function answerTimes(
    wish: { days: number; accountIds?: readonly string[] | undefined },
    language?: Language,
  ) {
    const zone = uses.zone();
    const now = tools.clock.now();
    const days = lastDays(now, wish.days, zone);
    const answers = uses.answersBetween(days[0]?.fromAt ?? now, now, wish.accountIds);
    const openWait = openWaits(answers, uses.timesOf);
    const figures: Figures = (some) => bothFigures(some, openWait);
    const ofDays = Map.groupBy(answers, ({ answeredAt }) => dayOf(days, answeredAt)?.date);
    return {
      ...figures(answers),
      zone,
      days: days.map(({ date }) => ({ date, ...figures(ofDays.get(date) ?? []) })),
      people: byPerson(answers, figures, spoken(language)),
    };
  }

  return {
    notes,
    claims,
    /** Names whoever wrote something, also somebody who was removed. */
    writerOf: (personId: string | null) => who(personId),
    thread(threadId: string, holder: string | undefined) {
      const claim = claims.find(threadId, holder);
      const draft = notes.draftIn(threadId);
      return {
        notes: notes.ofThread(threadId),
        ...(claim && { claim }),
        ...(draft !== undefined && { draft }),
      };
    },
    history: (wish: Parameters<typeof history.ofThread>[0], language?: Language) =>
      history.ofThread(wish, spoken(language)),
    answerTimes,
    /** What the inbox asks and tells. */
    forInbox: {
      note: history.note,
      requireFree: claims.requireFree,
      answered: (threadId, holder) => {
        if (holder !== undefined) claims.release(threadId, holder);
      },
      writersOf(outboxIds) {
        const studio = history.studio(tools.shopLanguage());
        // Who works alone need not be told who wrote.
        const named = [...history.writersOf(outboxIds)].filter(([, by]) => by?.personId !== null);
        return new Map(named.map(([id, by]) => [id, by ? who(by.personId) : studio]));
      },
      countMentions: notes.countMentions,
    } satisfies Colleagues as Colleagues,
  };
}

/** By the clock, and within opening hours where somebody said them. */
function bothFigures(
  answers: readonly AnswerFact[],
  openWait: ReturnType<typeof openWaits>,
): BothFigures {
  const all = waitFigures(answers);
  if (!openWait || answers.length === 0) return all;
  const { count: _, ...open } = figuresOf(answers.map(openWait));
  return { ...all, open };
}
