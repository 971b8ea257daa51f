import { useDebouncedValue } from '@mantine/hooks';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PostContent } from '../../../../shared/contract/posts.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { NetworkIcon } from '../../../ui/network-icon.tsx';
import { TextButton } from '../../../ui/text-button.tsx';

const icons = { error: IconAlertCircle, warning: IconAlertTriangle, note: IconInfoCircle };

/** What the networks would say, asked again while somebody writes; one green line when nothing. */
export function ChecksList({
  content,
  onMedia,
}: {
  content: PostContent;
  onMedia: (index: number) => void;
}) {
  const { t } = useTranslation('composer');
  const api = useApi();
  const [settled] = useDebouncedValue(content, 300);
  const answer = useQuery(
    api.posts.check.queryOptions({
      input: settled,
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const checks = answer.data?.checks;
  if (!checks) return null;
  const isGood = checks.every((check) => check.level === 'note');
  return (
    <ul className="checks" aria-label={t('checks.label')} aria-live="polite">
      {checks.map((check, index) => {
        const Icon = icons[check.level];
        const at = check.mediaIndex;
        return (
          <li key={`${check.code}-${index}`} className={`check-${check.level}`}>
            <Icon aria-label={t(`checks.${check.level}`)} role="img" />
            <span className="grow">{check.text}</span>
            {check.network ? <NetworkIcon network={check.network} /> : null}
            {at === undefined ? null : (
              <TextButton onClick={() => onMedia(at)}>
                {t('checks.show', { place: at + 1 })}
              </TextButton>
            )}
          </li>
        );
      })}
      {isGood ? (
        <li className="check-good">
          <IconCircleCheck aria-hidden />
          <span>{t('checks.good')}</span>
        </li>
      ) : null}
    </ul>
  );
}
