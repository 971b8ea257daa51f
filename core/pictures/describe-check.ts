import type { PictureCheck, PictureWay } from '../../shared/contract/pictures.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { Say } from '../db/feature-tools.ts';
import type { CheckedStep, CheckedWay } from '../network/check-pictures.ts';

type Step = PictureCheck['steps'][number];

/** What a check found, in sentences. */
export function describeCheck(
  way: PictureWay,
  checked: CheckedWay,
  say: Say,
  language: Language,
): PictureCheck {
  const works = checked.upload.state === 'done' && checked.read.state === 'done';
  const result = works ? (checked.remove.state === 'done' ? 'works' : 'worksAndStays') : 'fails';
  const describe = (step: Step['step']): Step => describeStep(step, checked[step], say, language);
  return {
    way,
    works,
    text: say(language, `pictures:check.${result}`),
    steps: [describe('upload'), describe('read'), describe('remove')],
  };
}

function describeStep(name: Step['step'], step: CheckedStep, say: Say, language: Language): Step {
  const text = say(language, `pictures:steps.${name}.${step.state}`);
  if (step.state !== 'failed') return { step: name, state: step.state, text };
  const { kind, httpStatus, words } = step.trouble;
  const detail = words ?? httpStatus ?? '';
  const sentence = (part: 'text' | 'todo') =>
    say(language, `pictures:trouble.${kind}.${part}`, { detail });
  return {
    step: name,
    state: 'failed',
    code: kind,
    text: `${text} ${sentence('text')}`,
    todo: sentence('todo'),
  };
}
