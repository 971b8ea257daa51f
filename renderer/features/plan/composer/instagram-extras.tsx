import './instagram-extras.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostContent } from '../../../../shared/contract/posts.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { readNames } from './read-names.ts';
import { useAssets } from './use-assets.ts';

type Props = {
  content: Pick<PostContent, 'kind' | 'media' | 'collaborators' | 'coverMs' | 'coverAssetId'>;
  readOnly: boolean;
  onChange: (change: Pick<PostContent, 'collaborators' | 'coverMs'>) => void;
};

/** What only Instagram has: co-authors, and the frame that stands for a reel. */
export function InstagramExtras({ content, readOnly, onChange }: Props) {
  if (content.kind === 'story') return null;
  const onNames = (names: string[]) =>
    onChange({ collaborators: names.length > 0 ? names : undefined });
  return (
    <>
      <Collaborators names={content.collaborators ?? []} readOnly={readOnly} onNames={onNames} />
      {content.media.length === 1 && content.coverAssetId === undefined ? (
        <CoverFrame content={content} readOnly={readOnly} onChange={onChange} />
      ) : null}
    </>
  );
}

function Collaborators({
  names,
  readOnly,
  onNames,
}: {
  names: readonly string[];
  readOnly: boolean;
  onNames: (names: string[]) => void;
}) {
  const { t } = useTranslation('live-check');
  const [text, setText] = useState(names.join(', '));
  // Written elsewhere, as by an undo: what stands here is no longer meant.
  const shown = readNames(text).join() === names.join() ? text : names.join(', ');
  if (readOnly && names.length === 0) return null;
  return (
    <TextField
      label={t('collaborators.label')}
      hint={t('collaborators.hint')}
      readOnly={readOnly}
      value={shown}
      onChange={(next) => {
        setText(next);
        onNames(readNames(next));
      }}
    />
  );
}

function CoverFrame({ content, readOnly, onChange }: Props) {
  const { t } = useTranslation('live-check');
  const formats = useFormats();
  const assetId = content.media[0]?.assetId ?? '';
  const asset = useAssets([assetId]).get(assetId);
  if (asset?.kind !== 'video' || !asset.durationMs) return null;
  if (readOnly && content.coverMs === undefined) return null;
  const atMs = content.coverMs ?? 0;
  const seconds = formats.number(Math.round(atMs / 100) / 10);
  return (
    <div className="cover-frame">
      {/* The fragment makes the browser stop at that frame. */}
      <video
        key={atMs}
        src={`${asset.url}#t=${atMs / 1000}`}
        preload="metadata"
        muted
        aria-hidden
        tabIndex={-1}
      />
      <label className="cover-at">
        <span>{t('cover.label', { seconds })}</span>
        <input
          type="range"
          min={0}
          max={Math.max(0, asset.durationMs - 100)}
          step={100}
          disabled={readOnly}
          value={atMs}
          aria-valuetext={t('cover.value', { seconds })}
          onChange={(event) => onChange({ coverMs: Number(event.currentTarget.value) })}
        />
      </label>
      {content.coverMs === undefined || readOnly ? null : (
        <TextButton onClick={() => onChange({ coverMs: undefined })}>{t('cover.reset')}</TextButton>
      )}
    </div>
  );
}
