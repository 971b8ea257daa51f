import { IconRefresh } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Post } from '../../../../shared/contract/posts.ts';
import type { Target } from '../../../../shared/contract/publishing.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { NetworkIcon } from '../../../ui/network-icon.tsx';
import { PostState } from '../../../ui/post-state.tsx';
import { QuestionAnswers } from '../../../ui/question-answers.tsx';
import { QuestionBlock } from '../../../ui/question-block.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { ChangeLine } from './deeds/change-line.tsx';
import { isRemoved } from './deeds/online-targets.ts';
import { LiveCheckLine } from './live-check.tsx';
import { usePostZone } from './use-post-zone.ts';

/** How the post stands on each account: state, link, what it waits for, what it asks. */
export const TargetsList = memo(function TargetsList({
  post,
  accounts,
}: {
  post: Post;
  accounts: readonly Account[];
}) {
  const { t } = useTranslation('composer');
  const shown = post.targets.filter((target) => target.state !== 'cancelled');
  // What is merely planned is said by the button at the foot.
  if (shown.every((target) => target.state === 'scheduled' && !target.reason)) return null;
  return (
    <section className="targets" aria-label={t('targets.label')}>
      {shown.map((target) => (
        <TargetLine
          key={target.id}
          target={target}
          accountIds={post.accountIds}
          account={accounts.find((account) => account.id === target.accountId)}
        />
      ))}
    </section>
  );
});

function TargetLine({
  target,
  account,
  accountIds,
}: {
  target: Target;
  account: Account | undefined;
  /** Of the post, whose clocks all its lines show. */
  accountIds: readonly string[];
}) {
  const { t } = useTranslation('composer');
  const { formats } = usePostZone(accountIds);
  const api = useApi();
  const retry = useChange(api.publishing.retry.mutationOptions());
  const isOff = isRemoved(target);
  const at = target.publishedAt ?? target.dueAt;
  return (
    <div className="target">
      <p className="target-line">
        <NetworkIcon network={target.network} />
        <b>{account?.username ?? account?.name ?? ''}</b>
        <PostState state={isOff ? 'removed' : target.state} chip />
        <span className="muted num">{formats.dateTime(at)}</span>
        {target.permalink && !isOff ? (
          <TextLink href={target.permalink}>{t('targets.open')}</TextLink>
        ) : null}
        {target.firstComment ? (
          <span className="small muted">{t(`targets.comment.${target.firstComment}`)}</span>
        ) : null}
        {target.state === 'failed' ? (
          <Button
            icon={<IconRefresh aria-hidden />}
            busy={retry.isPending}
            onClick={() => retry.mutate({ targetId: target.id })}
          >
            {t('targets.retry')}
          </Button>
        ) : null}
      </p>
      {target.reason && !target.question ? (
        <p className="small">
          {target.reason.text} {target.reason.todo}
        </p>
      ) : null}
      <ChangeLine target={target} />
      <LiveCheckLine target={target} />
      <TargetQuestion target={target} />
    </div>
  );
}

function TargetQuestion({ target }: { target: Target }) {
  const { t } = useTranslation('composer');
  const api = useApi();
  const answer = useChange(api.publishing.answer.mutationOptions());
  if (!target.question) return null;
  const { text, answers, openUrl } = target.question;
  return (
    <QuestionBlock
      text={text}
      otherwise={t('targets.otherwise')}
      answers={
        <QuestionAnswers
          of="post"
          answers={answers}
          openUrl={openUrl}
          busy={answer.isPending}
          onAnswer={(one) => answer.mutate({ targetId: target.id, answer: one })}
        />
      }
    />
  );
}
