import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useNow } from '../../link/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { PostState } from '../../ui/post-state.tsx';
import { Row } from '../../ui/row.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { countdown } from './countdown.ts';
import type { LetterAnswer } from './letter.tsx';

/** The post that goes out next, large, with the time left; what follows today below it. */
export function NextPost({
  next,
  later,
}: {
  next: LetterAnswer['next'];
  later: readonly PostTile[];
}) {
  const { t } = useTranslation('today-ui');
  const navigate = useNavigate();
  const write = () => void navigate({ to: '/plan', search: { new: '1' } });
  return (
    <section id="next" tabIndex={-1} aria-label={t('next')}>
      {next ? (
        <NextShot next={next} />
      ) : (
        <EmptyState
          title={t('nothingNext')}
          action={<Button onClick={write}>{t('write')}</Button>}
        />
      )}
      {later.length > 0 ? (
        <div className="today-then">
          {later.map((post) => (
            <LaterRow key={post.id} post={post} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

function NextShot({ next }: { next: NonNullable<LetterAnswer['next']> }) {
  const { t } = useTranslation('today-ui');
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  const picture = usePicture(next);
  const left = next.at ? countdown(next.at, now) : undefined;
  return (
    <>
      <div className="today-when">
        <h2>{left ? t(`in.${left.unit}`, { ...left }) : ''}</h2>
        <span className="muted num">{next.at ? formats.near(next.at, now) : ''}</span>
      </div>
      {picture ? <img className="today-shot" src={picture} alt="" /> : null}
      <p className="today-next-state">
        <PostState state={next.state} chip />
        <NetworkIcon network={next.networks} />
        <span className="grow" />
        <TextButton
          className="small"
          onClick={() => void navigate({ to: '/plan', search: { post: next.id } })}
        >
          {t('open')}
        </TextButton>
      </p>
      <p className="today-caption">{next.caption}</p>
    </>
  );
}

function LaterRow({ post }: { post: PostTile }) {
  const formats = useFormats();
  const navigate = useNavigate();
  return (
    <Row tall onClick={() => void navigate({ to: '/plan', search: { post: post.id } })}>
      <Thumbnail url={post.thumbUrl} widthPx={48} />
      <span className="cut grow">
        <b className="num">{post.at ? formats.time(post.at) : ''}</b> {post.title}
      </span>
      <NetworkIcon network={post.networks} />
    </Row>
  );
}

/** The first picture of a post in full; its small one until that is known, and for videos. */
function usePicture(post: PostTile): string | undefined {
  const api = useApi();
  const full = useQuery(api.posts.get.queryOptions({ input: { postId: post.id } }));
  const assetId = full.data?.media[0]?.assetId;
  const asset = useQuery(
    api.media.get.queryOptions({ input: { assetId: assetId ?? '-' }, enabled: Boolean(assetId) }),
  );
  return asset.data?.kind === 'photo' ? asset.data.url : post.thumbUrl;
}
