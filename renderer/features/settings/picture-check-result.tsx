import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureCheck } from '../../../shared/contract/pictures.ts';
import { StateSign } from '../../ui/state-sign.tsx';
import { SetupStep } from './setup-step.tsx';

const states = { done: 'ok', failed: 'failed', skipped: 'todo' } as const;

/** What happened to the picture that was tried: sent, fetched from outside, taken away again. */
export function PictureCheckResult({ check }: { check: PictureCheck }) {
  const { t } = useTranslation('settings');
  const whole = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer scrolling with a promise, which is no way to undo an effect.
    whole.current?.scrollIntoView({ block: 'nearest' });
  }, [check]);
  return (
    <section
      ref={whole}
      className="pictures-result"
      role="status"
      aria-label={t('pictures.result')}
    >
      <StateSign
        tone={check.works ? 'leaf' : 'berry'}
        icon={check.works ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      >
        <span className="wraps">{check.text}</span>
      </StateSign>
      <ol className="setup-steps">
        {check.steps.map((step) => (
          <SetupStep
            key={step.step}
            title={t(`pictures.step.${step.step}`)}
            state={states[step.state]}
            said={[step.text, step.todo].filter(Boolean).join(' ')}
          />
        ))}
      </ol>
    </section>
  );
}
