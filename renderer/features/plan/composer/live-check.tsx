import './live-check.css';
import { IconAlertTriangle, IconCircleCheck, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveCheck, Target } from '../../../../shared/contract/publishing.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { StateSign } from '../../../ui/state-sign.tsx';
import { TextButton } from '../../../ui/text-button.tsx';

const names = { facebook: 'Facebook', instagram: 'Instagram' } as const;

/** What reading a published post back has shown: a quiet word when it is as planned, else where it
 *  differs and what to do. */
export function LiveCheckLine({ target }: { target: Target }) {
  const { t } = useTranslation('live-check');
  const formats = useFormats();
  const { live } = target;
  if (!live) return null;
  const network = names[target.network];
  const readAt = t('asPlannedAt', { when: formats.dateTime(live.checkedAt) });
  if (live.isGone)
    return (
      <div className="live-check">
        <StateSign tone="berry" icon={<IconEyeOff />}>
          {t('gone', { network })}
        </StateSign>
        <p className="small">{t('goneTodo', { network })}</p>
      </div>
    );
  if (live.differences.length === 0)
    return (
      <p className="live-check small muted" title={readAt}>
        <IconCircleCheck aria-hidden /> {t('asPlanned')}
      </p>
    );
  return (
    <div className="live-check">
      <StateSign tone="sun" icon={<IconAlertTriangle />}>
        {t('differs', { count: live.differences.length })}
      </StateSign>
      <ul>
        {live.differences.map((difference, index) => (
          <Difference key={`${difference.field}-${index}`} difference={difference} />
        ))}
      </ul>
    </div>
  );
}

function Difference({ difference }: { difference: LiveCheck['differences'][number] }) {
  const { t } = useTranslation('live-check');
  const [isOpen, setOpen] = useState(false);
  const { field, text, todo, planned, seen } = difference;
  const hasWords = field === 'caption' || field === 'alt';
  return (
    <li className="small">
      {text} {todo}{' '}
      {hasWords ? (
        <TextButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('hide') : t('compare')}
        </TextButton>
      ) : null}
      {hasWords && isOpen ? (
        <dl className="live-texts">
          <dt className="muted">{t('planned')}</dt>
          <dd>{planned || t('nothing')}</dd>
          <dt className="muted">{t('seen')}</dt>
          <dd>{seen || t('nothing')}</dd>
        </dl>
      ) : null}
    </li>
  );
}
