import { IconRefresh, IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import type { Target } from '../../../shared/contract/publishing.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useNow } from '../../link/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { PostState } from '../../ui/post-state.tsx';
import { QuestionAnswers } from '../../ui/question-answers.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';

const networkNames = { facebook: 'Facebook', instagram: 'Instagram' };

/** A post that asks, failed or was missed, with what can be done about it. */
export function AttentionItem({ post, target }: { post: PostTile; target: Target }) {
  const { t } = useTranslation('today-ui');
  const formats = useFormats();
  const now = useNow();
  return (
    <article className="today-ask">
      <Thumbnail url={post.thumbUrl} widthPx={88} />
      <div>
        <p className="today-ask-head">
          <PostState state={target.state} chip />
          <span className="small muted num">
            {networkNames[target.network]}, {formats.near(target.dueAt, now)}
          </span>
        </p>
        <h2>{t(target.question ? 'isThere' : `about.${target.state}`, { title: post.title })}</h2>
        <p className="muted">{target.question?.text ?? reasonText(target)}</p>
        <div className="today-ask-do">
          <Deeds post={post} target={target} />
        </div>
      </div>
    </article>
  );
}

function reasonText({ reason }: Target): string {
  return reason ? [reason.text, reason.todo].filter(Boolean).join(' ') : '';
}

function Deeds({ post, target }: { post: PostTile; target: Target }) {
  const { t } = useTranslation('today-ui');
  const api = useApi();
  const navigate = useNavigate();
  const answer = useChange(api.publishing.answer.mutationOptions());
  const retry = useChange(api.publishing.retry.mutationOptions());
  const publish = useChange(api.posts.publishNow.mutationOptions());
  if (target.question)
    return (
      <QuestionAnswers
        of="post"
        answers={target.question.answers}
        openUrl={target.question.openUrl}
        busy={answer.isPending}
        onAnswer={(one) => answer.mutate({ targetId: target.id, answer: one })}
      />
    );
  return (
    <>
      {target.state === 'failed' ? (
        <Button
          icon={<IconRefresh aria-hidden />}
          busy={retry.isPending}
          onClick={() => retry.mutate({ targetId: target.id })}
        >
          {t('tryAgain')}
        </Button>
      ) : null}
      {target.state === 'missed' ? (
        <Button
          icon={<IconSend aria-hidden />}
          busy={publish.isPending}
          onClick={() => publish.mutate({ postId: post.id })}
        >
          {t('publishNow')}
        </Button>
      ) : null}
      <TextButton onClick={() => void navigate({ to: '/plan', search: { post: post.id } })}>
        {t(target.state === 'missed' ? 'otherTime' : 'openPost')}
      </TextButton>
    </>
  );
}
