import './fixes/fixes.css';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Check, PostContent } from '../../../../shared/contract/posts.ts';
import type { CheckFix } from '../../../../shared/rules/check-fix.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { NetworkIcon } from '../../../ui/network-icon.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { RunningFilm } from './fixes/running-film.tsx';
import type { Fixes } from './fixes/use-fixes.ts';

const icons = { error: IconAlertCircle, warning: IconAlertTriangle, note: IconInfoCircle };

type Props = {
  content: PostContent;
  /** The day's limit is counted around this time; the post itself does not stand in its own way. */
  postId: string | undefined;
  at: string | undefined;
  fixes: Fixes;
  onMedia: (index: number) => void;
};

/** What the networks would say, asked again while somebody writes, each with what one press mends; one
 *  green line when nothing is wrong. */
export function ChecksList(props: Props) {
  const [settled] = useDebouncedValue(props.content, 300);
  return <SettledChecks {...props} content={settled} isNewest={settled === props.content} />;
}

/** The findings for words that have stood a moment: not drawn with each letter. */
const SettledChecks = memo(function SettledChecks({
  content,
  isNewest,
  postId,
  at,
  fixes,
  onMedia,
}: Props & { isNewest: boolean }) {
  const { t } = useTranslation('composer');
  const api = useApi();
  const answer = useQuery(
    api.posts.check.queryOptions({
      input: { ...content, postId, at },
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const checks = answer.data?.checks;
  if (!checks) return null;
  const isGood = checks.every((check) => check.level === 'note');
  // A fix found for the words before would cut into the words of now.
  const isFresh = isNewest && !answer.isPlaceholderData;
  return (
    <ul className="checks" aria-label={t('checks.label')} aria-live="polite">
      {fixes.running ? (
        <RunningFilm
          key={fixes.running.jobId}
          running={fixes.running}
          onEnd={(assetId) => fixes.takeFilm(assetId)}
        />
      ) : null}
      {checks.map((check, index) => (
        <CheckLine
          key={`${check.code}-${index}`}
          check={check}
          fixes={fixes}
          isFresh={isFresh}
          onMedia={onMedia}
        />
      ))}
      {isGood ? (
        <li className="check-good">
          <IconCircleCheck aria-hidden />
          <span>{t('checks.good')}</span>
        </li>
      ) : null}
    </ul>
  );
});

function CheckLine({
  check,
  fixes,
  isFresh,
  onMedia,
}: {
  check: Check;
  fixes: Fixes;
  isFresh: boolean;
  onMedia: (index: number) => void;
}) {
  const { t } = useTranslation('composer');
  const Icon = icons[check.level];
  const at = check.mediaIndex;
  const offered = check.fixes ?? [];
  return (
    <li className={`check-${check.level} ${offered.length > 0 ? 'check-mendable' : ''}`}>
      <Icon aria-label={t(`checks.${check.level}`)} role="img" />
      <div className="grow">
        {check.text} {check.network ? <NetworkIcon network={check.network} /> : null}{' '}
        {at === undefined ? null : (
          <TextButton onClick={() => onMedia(at)}>{t('checks.show', { place: at + 1 })}</TextButton>
        )}
        {offered.length > 0 ? (
          <span className="check-fixes">
            {offered.map((fix) => (
              <Button
                key={`${fix.kind}-${'of' in fix ? fix.of : ''}`}
                disabled={!isFresh || fixes.busy}
                onClick={() => fixes.run(fix)}
              >
                {t(`fix.kinds.${fixWord(fix)}`, { ...fix })}
              </Button>
            ))}
          </span>
        ) : null}
      </div>
    </li>
  );
}

/** The word on the button; some kinds have one for each of their sorts. */
function fixWord(fix: CheckFix): string {
  return fix.kind === 'keep-kind' ? `keep-${fix.of}` : fix.kind;
}
