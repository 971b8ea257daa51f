import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { speakTime } from '../../shared/rules/speak-time.ts';
import {
  isKnownZone,
  parseInstant,
  placeInstant,
  resolveWallTime,
  type Disambiguation,
  type PlacedTime,
  type WallTime,
} from '../../shared/rules/zoned-time.ts';
import type { Plan } from './store.ts';

export type ChosenTime = {
  at: string;
  zone?: string | undefined;
  disambiguation?: Disambiguation | undefined;
};

/** Turns what the merchant chose into a plan: an instant (`…Z`), or a wall time in a zone. In a gap
 *  and in the past it refuses, with what could be chosen instead. */
export function chooseTime(
  chosen: ChosenTime,
  shopZone: string,
  now: number,
  language: Language,
): Plan {
  const zone = chosen.zone ?? shopZone;
  if (!isKnownZone(zone)) throw new Problem('invalid-input', { fields: 'zone' });
  const plan = /(Z|[+-]\d\d:?\d\d)$/.test(chosen.at)
    ? planAtInstant(chosen.at, zone)
    : planAtWall(resolveWallTime(chosen.at, zone, chosen.disambiguation), zone, language);
  if (plan.at < now) {
    const when = speakTime(plan.at, zone, language);
    throw new Problem('time-past', { when, wall: plan.wall, ...agoOf(now - plan.at) });
  }
  return plan;
}

function planAtInstant(text: string, zone: string): Plan {
  const at = parseInstant(text);
  if (at === undefined) throw new Problem('invalid-input', { fields: 'at' });
  return { at, wall: placeInstant(at, zone).wall, zone };
}

function planAtWall(answer: WallTime, zone: string, language: Language): Plan {
  switch (answer.kind) {
    case 'ok':
      return { at: answer.at, wall: answer.wall, zone };
    case 'overlap':
      return { at: answer.chosen.at, wall: answer.chosen.wall, zone };
    case 'gap':
      throw gapProblem(answer.wall, answer.alternatives, zone, language);
    case 'unreadable':
      throw new Problem('invalid-input', { fields: 'at' });
  }
}

function gapProblem(
  wall: string,
  alternatives: [PlacedTime, PlacedTime],
  zone: string,
  language: Language,
): Problem {
  const [later, earlier] = alternatives;
  const tell = ({ at, wall: at24 }: PlacedTime) => ({
    at: new Date(at).toISOString(),
    wall: at24,
    when: speakTime(at, zone, language),
  });
  return new Problem('time-gap', {
    wall,
    zone,
    time: wall.slice(11, 16),
    day: new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
    }).format(Date.parse(`${wall.slice(0, 10)}T00:00:00Z`)),
    later: later.wall.slice(11, 16),
    earlier: earlier.wall.slice(11, 16),
    alternatives: [tell(later), tell(earlier)],
  });
}

/** `count` with the unit that reads best. */
function agoOf(ms: number): { count: number; context: string } {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return { count: minutes, context: 'minutes' };
  const hours = Math.round(minutes / 60);
  if (hours < 48) return { count: hours, context: 'hours' };
  return { count: Math.round(hours / 24), context: 'days' };
}
